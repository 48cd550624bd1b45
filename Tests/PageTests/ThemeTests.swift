import Reader
import Terminal
import Testing
import Topics

struct ThemeTests {
    /// What is read, rather than looked at.
    static let prose: [Role] = Role.allCases.filter { role in
        ![.border, .scrollbar, .scrollbarThumb, .rule, .tableRule, .quotationBar].contains(role)
    }

    @Test(arguments: BuiltInTheme.allCases) func `Every built-in theme can be read`(theme: BuiltInTheme) throws {
        let palette = try theme.palette
        let styles = Theme(palette, depth: .direct)
        for role in Self.prose {
            let style = styles.style(role)
            let text = try #require(style.foreground)
            let page = try #require(style.background)
            #expect(text.contrast(with: page) >= 4.5, "\(role)")
        }
        #expect(palette[.base05].contrast(with: palette[.base00]) >= 7)
        #expect(palette.name != palette.author)
    }

    /// The schemes are sound by themselves: nothing has to be moved to be read on the page.
    @Test(arguments: BuiltInTheme.allCases) func `Its own colours can be read on its page`(theme: BuiltInTheme) throws {
        let palette = try theme.palette
        for slot in PaletteSlot.ofBase16 where slot >= .base03 {
            #expect(palette[slot].contrast(with: palette[.base00]) >= 4.5, "\(slot)")
        }
    }

    @Test(arguments: BuiltInTheme.allCases) func `Text stays legible on every ground`(theme: BuiltInTheme) throws {
        let styles = Theme(try theme.palette, depth: .direct)
        for ground: Role in [.passageCursor, .selection, .listSelected, .bookmarked, .searchHit, .currentHit, .status, .popup] {
            for role in Self.prose {
                let over = styles.overlay(ground, on: styles.style(role))
                let under = styles.overlay(role, on: styles.style(ground))
                for style in [over, under] {
                    let contrast = try #require(style.foreground).contrast(with: #require(style.background))
                    #expect(contrast >= 4.5, "\(role) and \(ground)")
                }
            }
        }
    }

    @Test func `The built-in themes are what they are named for`() throws {
        #expect(
            try BuiltInTheme.allCases.map { try $0.palette.variant } == [
                .dark, .light, .light, .dark, .light, .dark, .dark, .dark, .dark, .dark, .light, .light, .light,
            ])
        #expect(
            try BuiltInTheme.allCases.map { try $0.palette.name } == [
                "Night Docket", "Day Docket", "Old Ledger", "Ink Negative", "Ink Positive", "Harbour Light",
                "Dusk Register", "Moss Archive", "Candle Desk", "Chalk Board", "Slate Brief", "North Window", "Harbour Morning",
            ])
        for theme in [BuiltInTheme.inkNegative, .inkPositive] {
            let palette = try theme.palette
            #expect(palette[.base05].contrast(with: palette[.base00]) == 21)
            for slot in PaletteSlot.ofBase16 where slot >= .base03 {
                #expect(palette[slot].contrast(with: palette[.base00]) >= 7, "\(slot)")
            }
        }
        #expect(try Palette.builtIn(named: "day-docket") == BuiltInTheme.dayDocket.palette)
        #expect(BuiltInTheme.standard(for: .dark) == .nightDocket)
        #expect(BuiltInTheme.standard(for: .light) == .dayDocket)
    }

    /// Red and green, the pair that most who see colours differently cannot tell apart, differ in brightness.
    @Test(arguments: [BuiltInTheme.harbourLight, .harbourMorning])
    func `The themes for all eyes tell topics apart by brightness too`(theme: BuiltInTheme) throws {
        let palette = try theme.palette
        let accents: [PaletteSlot] = [.base08, .base0B, .base0A]
        for (one, other) in [(accents[0], accents[1]), (accents[1], accents[2]), (accents[0], accents[2])] {
            #expect(palette[one].contrast(with: palette[other]) >= 1.1, "\(one) \(other)")
        }
    }

    @Test func `The terminal's own colours stay where there is no scheme, or few colours`() throws {
        let palette = try BuiltInTheme.nightDocket.palette
        for theme in [Theme(nil, depth: .direct), Theme(palette, depth: .sixteen), Theme(palette, depth: .eight)] {
            #expect(theme.style(.text) == .plain)
            #expect(theme.page == .plain)
            #expect(theme.style(.title) == Style(attributes: .bold))
            #expect(theme.style(.topicCybercrime).foreground != nil)
            #expect(theme.style(.selection).attributes.contains(.reverse))
            for role in Role.allCases { #expect(theme.style(role).background == nil) }
        }
        #expect(Theme(nil, depth: .direct).name == "terminal")
    }

    @Test func `Accents of the terminal's own theme can be read on black and on white`() throws {
        let theme = Theme(nil, depth: .direct)
        for role in Role.allCases {
            guard let colour = theme.style(role).foreground else { continue }
            #expect(colour.contrast(with: Colour(0x000000)) >= 4.5, "\(role)")
            #expect(colour.contrast(with: Colour(0xFFFFFF)) >= 4.5, "\(role)")
        }
    }

    @Test func `Without colours, attributes tell apart what must be`() {
        let theme = Theme(nil, depth: .none)
        for role in Role.allCases {
            #expect(theme.style(role).foreground == nil)
            #expect(theme.style(role).background == nil)
        }
        let groups: [[Role]] = [
            [.text, .title, .deck, .dimmed], [.text, .link, .strong, .emphasis], [.text, .searchHit, .currentHit, .evidence],
            [.text, .bookmarked, .selection], [.listTitle, .listTitleRead], [.text, .listSelected, .listSelectedInactive],
            [.tab, .tabActive], [.status, .statusKey], [.popup, .popupSelected], [.panelTitle, .panelTitleActive],
            [.text, .warning], [.text, .error], [.text, .promotion],
        ]
        for group in groups {
            #expect(Set(group.map { theme.style($0) }).count == group.count, "\(group)")
        }
    }

    @Test func `A scheme that cannot be read is moved no further than needed`() throws {
        var colours = Dictionary(uniqueKeysWithValues: PaletteSlot.ofBase16.map { ($0, Colour(0x808080)) })
        colours[.base00] = Colour(0x202020)
        colours[.base05] = Colour(0x505050)
        let theme = Theme(Palette(name: "Faint", author: "", colours: colours), depth: .direct)
        let text = try #require(theme.style(.text).foreground)
        #expect((4.5..<5.6).contains(text.contrast(with: Colour(0x202020))))
        #expect(theme.style(.border).foreground == Colour(0x808080))
    }

    @Test func `Every root of the vocabulary has a look of its own`() throws {
        let roots: [TopicID] = [
            "cybercrime", "fraud-management", "compliance", "human-rights-safeguards", "international-cooperation",
            "procedural-powers", "electronic-evidence",
        ]
        let hues = roots.map { TopicHue(root: $0) }
        #expect(Set(hues) == Set(TopicHue.allCases.filter { $0 != .other }))
        #expect(TopicHue(root: "elsewhere") == .other)
        for theme in BuiltInTheme.allCases {
            let styles = Theme(try theme.palette, depth: .direct)
            #expect(Set(TopicHue.allCases.map { styles.style($0.role) }).count == TopicHue.allCases.count)
        }
    }

    @Test(arguments: [(0x000000, 0xFFFFFF, 21.0), (0x777777, 0xFFFFFF, 4.478), (0xFF0000, 0xFFFFFF, 3.998), (0x123456, 0x123456, 1)] as [(UInt32, UInt32, Double)])
    func `Contrast is what WCAG says`(one: UInt32, other: UInt32, expected: Double) {
        #expect(abs(Colour(one).contrast(with: Colour(other)) - expected) < 0.001)
        #expect(Colour(one).contrast(with: Colour(other)) == Colour(other).contrast(with: Colour(one)))
    }
}
