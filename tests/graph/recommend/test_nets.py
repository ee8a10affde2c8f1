import numpy as np

from graph.recommend.nets import Net, fit_nets, mean_score


def test_nets_learn_what_no_straight_line_tells() -> None:
    table = np.random.default_rng(0).standard_normal((4000, 3)).astype(np.float32)
    is_link = (table[:, 0] * table[:, 1] > 0).astype(np.int8)
    nets = fit_nets(table, is_link, passes=12, seed=0)
    right = (mean_score(nets, table) > 0) == (is_link > 0)
    assert (len(nets), right.mean() > 0.9) == (3, True)
    again = [Net.of_record(net.as_record()) for net in nets]
    assert mean_score(again, table).tolist() == mean_score(nets, table).tolist()


def test_a_feature_that_never_changes_and_one_far_off_do_no_harm() -> None:
    table = np.ones((20, 2), np.float32)
    table[:, 1] = np.arange(20)
    nets = fit_nets(table, (table[:, 1] > 9).astype(np.int8), passes=12, seed=0)
    far, further = np.array([[1, 1e6]]), np.array([[1, 1e7]])
    assert mean_score(nets, far).tolist() == mean_score(nets, further).tolist()
