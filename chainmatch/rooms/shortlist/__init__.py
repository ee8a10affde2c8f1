"""The shortlist of an enterprise: favourites, whom it does not want to see, and a comparison."""
