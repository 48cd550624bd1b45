import Articles
import Library
import Text

extension ReaderState {
    /// `o`: asks before the article's own address is opened.
    mutating func openOriginal() -> [Effect] {
        guard awaited == nil, let reading else { return [] }
        guard let address = reading.article.article.url, !address.isEmpty else {
            let key = keymap.keys(for: .links, in: context).first?.description
            status = Status(.hint, "the article names no address of its own" + (key.map { " · \($0) lists its links" } ?? ""))
            return []
        }
        return ask(toOpen: address)
    }

    /// `g f`: the links of the article by their numbers.
    mutating func listLinks() -> [Effect] {
        guard awaited == nil, let reading else { return [] }
        let targets = reading.page.linkTargets
        guard !targets.isEmpty else {
            status = Status(.hint, "no links in this article")
            return []
        }
        let words = reading.page.linkWords
        let items = targets.enumerated().map { index, target in
            let isOpenable = OpenableAddress(target.address) != nil
            let said = words[index + 1].map { $0.flattened } ?? ""
            let host = target.host.isEmpty ? target.address : target.host
            return Chooser.Item(
                .address(target.address), code: String(index + 1), text: said.isEmpty ? host : "\(host)  \(said)",
                note: isOpenable ? "" : "not opened")
        }
        chooser = Chooser(
            .link, title: "Open which link?", words: reading.article.row.shownTitle, items: items,
            selection: reading.block.flatMap { reading.page.firstLink(from: $0) }.map { $0 - 1 } ?? 0)
        return []
    }

    /// Shows who would be asked, and asks whether to.
    mutating func ask(toOpen address: String) -> [Effect] {
        guard let openable = OpenableAddress(address) else {
            status = Status(.failure, "cannot open «\(Clip.middle(address, columns: 48))»: only addresses of http and https are opened")
            return []
        }
        confirmation = Confirmation(
            title: "Open \(openable.host) in the browser?", sentences: openable.cautions + [openable.text],
            effects: saves() + [.outside(.browse(openable))], declined: "not opened")
        return []
    }

    /// `|`: the article in the pager, as text that is safe for a terminal.
    mutating func openPager() -> [Effect] {
        guard awaited == nil, let reading else { return [] }
        let text = Page.plainText(
            of: reading.article.article, width: max(20, min(columns, measure)), header: PageHeader(of: reading.article, dates: settings.dates), glyphs: glyphs)
        return outside(.page(text))
    }

    mutating func toggleWrap() -> [Effect] {
        wrapsCode.toggle()
        let wraps = wrapsCode
        withReading { $0.setWrapsCode(wraps, rows: $1) }
        let key = keymap.keys(for: .scrollRight, in: context).first?.description
        status = Status(.done, wraps ? "long code goes on in the next line" : "long code goes beyond the edge" + (key.map { " · \($0) scrolls" } ?? ""))
        return []
    }

    /// A step is half of the page.
    mutating func scrollSideways(by pages: Int) -> [Effect] {
        guard awaited == nil, let width = reading?.page.width else { return [] }
        let isWide = withReading { $0.scrollSideways(by: pages * max(1, width / 2), rows: $1) }
        if isWide != true { status = Status(.hint, "nothing here is wider than the page") }
        return []
    }

    /// `Y`: the passage with what it takes to find it again.
    mutating func copyCited() -> [Effect] {
        guard awaited == nil, let reading, let passage = reading.passage else { return [] }
        let cited = CitedQuote(reading.article.article, passage: passage, words: reading.quote)
        status = Status(.done, "copied the passage with its source")
        return [.copy(cited.text)]
    }
}

extension OpenableAddress {
    /// What a person should know before it is opened.
    var cautions: [String] {
        var cautions: [String] = []
        if let internationalHost { cautions.append("The host is written with letters beyond ASCII: \(internationalHost)") }
        if hasUser { cautions.append("What stands before the @ is a user name, and no host.") }
        if let port { cautions.append("It asks port \(port).") }
        switch scheme {
        case .http: cautions.append("http: nobody vouches for who answers, and others can read along.")
        case .https: break
        }
        return cautions
    }
}
