extension Page {
    /// The furthest that a view of `rows` lines is scrolled: its last row shows the last line.
    public func lastTop(rows: Int) -> PagePlace { place(end, movedBy: 1 - max(1, rows)) }

    /// `top` moved by so many lines, no further than a view of `rows` lines goes.
    public func top(_ top: PagePlace, movedBy lines: Int, rows: Int) -> PagePlace {
        min(place(top, movedBy: lines), lastTop(rows: rows))
    }

    /// Where a view of `rows` lines begins so that the lines from `first` to `last` are seen, with `margin` lines above
    /// and below where there is room: `top` where they already are, else scrolled no further than needed, and where they
    /// are more than the view holds, from the first on. What is further than a view away comes to stand at a third of it.
    public func top(
        showing first: PagePlace, to last: PagePlace, from top: PagePlace, rows: Int, margin: Int = 1
    ) -> PagePlace {
        let rows = max(1, rows)
        let margin = max(0, min(margin, (rows - 1) / 2))
        let height = min(lines(from: first, to: last, limit: rows) + 1, rows)
        let above = lines(from: top, to: first, limit: 2 * rows)
        var wanted = top
        if above < -rows || above >= 2 * rows {
            wanted = place(first, movedBy: -min(rows / 3, rows - height))
        } else if above < margin {
            wanted = place(first, movedBy: -min(margin, rows - height))
        } else if above + height + margin > rows {
            wanted = place(first, movedBy: -max(0, min(rows - height - margin, above)))
        }
        return min(wanted, lastTop(rows: rows))
    }
}
