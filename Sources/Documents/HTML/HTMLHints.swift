/// What an element's class, id, role and other attributes say of its part on the page.
struct HTMLHints: OptionSet, Sendable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Called what articles are called: «article-body», «story», «entry-content».
    static let article = HTMLHints(rawValue: 1)
    /// Furniture: share bars, related links, advertising, navigation, newsletter boxes, cookie banners.
    static let furniture = HTMLHints(rawValue: 2)
    /// What readers wrote below.
    static let comments = HTMLHints(rawValue: 4)
    /// Often furniture, where little text is in it.
    static let weak = HTMLHints(rawValue: 8)
    /// Names of those who wrote it.
    static let byline = HTMLHints(rawValue: 16)
    static let date = HTMLHints(rawValue: 32)
    static let caption = HTMLHints(rawValue: 64)
    /// For those who hear the page, or for paper.
    static let unseen = HTMLHints(rawValue: 128)
    /// `itemprop="articleBody"`.
    static let body = HTMLHints(rawValue: 256)
    static let kicker = HTMLHints(rawValue: 512)
    static let deck = HTMLHints(rawValue: 1024)
    /// A role of ARIA that no article has: navigation, search, dialog.
    static let role = HTMLHints(rawValue: 2048)
    /// The box about the author.
    static let biography = HTMLHints(rawValue: 4096)
    static let title = HTMLHints(rawValue: 8192)
    /// Pictures to be gone through one by one.
    static let gallery = HTMLHints(rawValue: 16384)
}

/// Finds words in the names that pages give to their parts.
enum HTMLHintWords {
    /// Where in a name an entry may stand.
    private enum Place: UInt8 { case word, beginning, anywhere }

    private struct Entry {
        let text: [UInt8]
        let place: Place
        let hints: HTMLHints
    }

    /// By first letter.
    private static let table: [[Entry]] = {
        var table = [[Entry]](repeating: [], count: 26)
        for (hints, place, words) in vocabulary {
            for word in words.split(separator: " ") {
                let text = Array(word.utf8)
                table[Int(text[0]) - 0x61].append(Entry(text: text, place: place, hints: hints))
            }
        }
        return table
    }()

    /// The hints in a name of one or more words, parted by anything but letters and by capitals.
    static func hints(in name: UnsafeBufferPointer<UInt8>) -> HTMLHints {
        var found: HTMLHints = []
        for start in 0..<min(name.count, 512) {
            let first = name[start] | 0x20
            guard first >= 0x61, first <= 0x7A else { continue }
            let isBeginning = start == 0 || begins(start, in: name)
            for entry in table[Int(first) - 0x61] where isBeginning || entry.place == .anywhere {
                let end = start + entry.text.count
                guard end <= name.count, matches(entry.text, at: start, in: name) else { continue }
                if entry.place == .word, end < name.count, !begins(end, in: name), isLetter(name[end]) { continue }
                found.formUnion(entry.hints)
            }
        }
        return found
    }

    private static func matches(_ text: [UInt8], at start: Int, in name: UnsafeBufferPointer<UInt8>) -> Bool {
        for offset in 1..<text.count where name[start + offset] | 0x20 != text[offset] { return false }
        return true
    }

    /// Whether a word begins at `place`: after what is no letter, or at a capital after a small letter.
    private static func begins(_ place: Int, in name: UnsafeBufferPointer<UInt8>) -> Bool {
        let before = name[place - 1]
        guard isLetter(before) else { return true }
        return before >= 0x61 && name[place] >= 0x41 && name[place] <= 0x5A
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    private static let vocabulary: [(HTMLHints, Place, String)] = [
        (.article, .beginning, "article story content entry hentry prose richtext"),
        (.article, .word, "post text body main blog copy page markdown"),
        (
            .furniture, .beginning,
            """
            share sharing social related recommend promo sponsor subscri trending recirc outbrain taboola zergnet \
            revcontent breadcrumb newsletter navbar masthead pagination paginat pager toolbar sidebar popup signup \
            signin login paywall cookie gdpr banner skyscraper mpu dfp adsby adslot adunit adbox footer nextprev \
            prevnext mostread mostpopular alsoread readmore morefrom readnext upnext seealso jumplink skiplink follow \
            donat crosslink taglist tagcloud addthis addtoany sharethis whatsapp hotjar onetrust didomi
            """
        ),
        (
            .furniture, .word,
            """
            ad ads nav menu navigation popular tags rail widget widgets modal overlay promo cta ticker tooltip \
            rating ratings feedback poll quiz survey shortcuts utility topics upsell marketing bookmark print \
            aside rodape rollover popover hovercard combx toc interstitial infobar printfooter keywords reactions likes
            """
        ),
        (
            .furniture, .anywhere,
            """
            advert sharebar sharetool sharebutton socialshare relatedpost relatedarticle relatedstor relatedlink \
            sidebar breadcrumb newsletter recirc cookieconsent morestories morenews onward
            """
        ),
        (.comments, .word, "comment comments commentlist commenting discussion disqus respond replies"),
        (.comments, .anywhere, "disqus commentlist livefyre"),
        (
            .weak, .word,
            """
            header meta info tool tools button btn video player embed credit teaser teasers \
            more list links hero extra contact agegate supplemental disclaimer legal copyright notice aux source \
            categories category tag actions disclosure
            """
        ),
        (.gallery, .beginning, "gallery slideshow carousel slider photostrip lightbox swiper"),
        (.gallery, .anywhere, "gallery slideshow carousel"),
        (.byline, .word, "byline author authors writer reporter dateline contributors"),
        (.byline, .beginning, "byline author"),
        (.biography, .anywhere, "authorbio bioauthor authorbox aboutauthor authorinfo"),
        (.biography, .word, "bio biography"),
        (.date, .word, "date datetime timestamp pubdate published updated dateline time posted"),
        (.date, .beginning, "date timestamp pubdate publish"),
        (.caption, .beginning, "caption figcaption"),
        (.caption, .word, "imagecaption"),
        (.unseen, .word, "hidden invisible noprint hide"),
        (.unseen, .anywhere, "screenreader sronly visuallyhidden screen-reader sr-only visually-hidden assistive-text"),
        (.kicker, .word, "kicker eyebrow section rubric overline category categories"),
        (.deck, .word, "deck dek standfirst subtitle subhead subheadline strapline"),
        (.title, .word, "headline title"),
    ]
}
