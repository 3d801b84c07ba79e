"""One data file makes a Word report and a PowerPoint deck on your own templates."""
