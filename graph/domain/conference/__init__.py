"""The conference (对接会): its set-up, who takes part, what they wish, and when they meet."""
