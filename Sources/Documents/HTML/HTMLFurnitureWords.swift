/// What furniture between paragraphs says, in the languages that most pages are in.
enum HTMLFurnitureWords {
    /// Headings above lists of other articles, boxes for newsletters, comments.
    private static let headings = [
        "top stories", "related", "more from", "more on ", "more great", "more stories", "more news", "more in ",
        "most read", "most popular", "most viewed", "you may also like", "you might also like", "you may like",
        "recommended", "recommended for you", "read more", "read next", "trending", "popular", "latest news",
        "latest stories", "latest posts", "recent posts", "share this", "share on", "comments", "leave a comment",
        "leave a reply", "post a comment", "about the author", "sign up", "newsletter", "subscribe", "sponsored",
        "advertisement", "don't miss", "also on ", "see also", "keep reading", "up next", "editor's picks",
        "editors' picks", "what to read next", "from the web", "around the web", "follow us", "join the conversation",
        "similar articles", "similar posts", "next article", "previous article",
        "leia mais", "leia também", "veja também", "mais lidas", "artigos relacionados", "notícias relacionadas",
        "compartilhe", "comentários", "artículos relacionados", "noticias relacionadas", "lea también", "lee también",
        "te puede interesar", "más leídas", "comentarios", "das könnte sie auch interessieren", "mehr zum thema",
        "weitere artikel", "ähnliche artikel", "kommentare", "meistgelesen", "sur le même sujet", "à lire aussi",
        "lire aussi", "articles similaires", "articles liés", "commentaires", "les plus lus", "leggi anche",
        "articoli correlati", "potrebbe interessarti", "lees ook", "читайте также", "関連記事", "おすすめ", "相关阅读",
        "相关文章", "相關文章", "延伸閱讀",
    ]

    /// Whether a heading, of a few words, is one of those.
    static func isHeading(_ text: String) -> Bool {
        guard text.utf8.count <= 80 else { return false }
        let lower = text.lowercased().replacing("’", with: "'")
        return headings.contains { heading in
            guard lower.hasPrefix(heading) else { return false }
            let rest = lower.dropFirst(heading.count)
            guard let next = rest.first else { return true }
            return heading.hasSuffix(" ") || !next.isLetter && rest.split(separator: " ").count <= 4
        }
    }

    private static let whole: Set<String> = [
        "advertisement", "advertisements", "ad", "ads", "advertising", "continue reading", "read more", "more", "share",
        "article continues below", "story continues below", "story continues", "scroll to continue", "sponsored",
        "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità", "advertentie", "reklama",
        "continua após a publicidade", "loading", "loading...", "click to enlarge", "view gallery", "print", "tweet",
        "follow", "comment", "comments", "source", "x", "close", "menu", "back to top", "top", "skip advertisement",
        "広告", "广告",
    ]

    /// Whether a line is nothing else.
    static func isWhole(_ text: String) -> Bool {
        whole.contains(text.lowercased()) || whole.contains(text.lowercased().filter { $0.isLetter || $0 == " " })
    }
}
