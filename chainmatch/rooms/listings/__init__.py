"""Offers and needs: posted by enterprises, reviewed by organizers, found by everybody."""
