"""What a product is made of: candidates from names and recipes, ranked by a learned model.

Only names and links product → material are looked at. Reversed 产品小类 and 下游产品 rows tell
hidden links, so that links of other types never enter here.
"""
