import Formats

extension HTMLMeasures {
    /// Whether an element, whatever it is called, is there for what belongs to the article: a post that it quotes, a
    /// formula, the caption of a picture.
    func holdsContent(_ index: Int, in tree: HTMLTree) -> Bool {
        holdsFormula(index, tree) || holdsPost(index, tree) || holdsCaption(index, tree)
    }

    private func holdsFormula(_ index: Int, _ tree: HTMLTree) -> Bool {
        counts[index].text < 600 && tree.inside(index).contains { tree.nodes[$0].tag == .math }
    }

    /// A quotation is nearly all of it.
    private func holdsPost(_ index: Int, _ tree: HTMLTree) -> Bool {
        guard counts[index].text < 1_500,
            let quotation = tree.inside(index).first(where: { tree.nodes[$0].tag == .blockquote })
        else { return false }
        return counts[quotation].text * 3 > counts[index].text * 2
    }

    private func holdsCaption(_ index: Int, _ tree: HTMLTree) -> Bool {
        let count = counts[index]
        guard count.text > 0, count.text < 300, count.linked * 3 < count.text else { return false }
        return tree.inside(index).contains { place in
            (hints[place].contains(.caption) || tree.nodes[place].tag == .figcaption)
                && counts[place].text * 5 > count.text * 4
        }
    }

    /// Whether most links below `index` show the address that they lead to: sources, which belong to the text.
    func isListOfAddresses(_ index: Int, in tree: HTMLTree) -> Bool {
        var linked = 0
        var shown = 0
        for place in tree.inside(index) where tree.nodes[place].tag == .a && counts[place].text > 0 {
            linked += 1
            if WebAddress(tree.line(of: place, limit: 2_048)) != nil { shown += 1 }
        }
        return shown * 2 > linked
    }
}
