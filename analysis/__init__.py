"""Text analysis of a news corpus: articles to tables, and tables to numbers. Knows nothing of Streamlit."""
