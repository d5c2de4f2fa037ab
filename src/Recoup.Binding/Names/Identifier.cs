using System.Text;
using Recoup.Catalogs.Slugs;

namespace Recoup.Binding.Names;

/// <summary>Turns wire names into C# identifiers. Each is a pure function of the wire name.</summary>
internal static class Identifier
{
    /// <summary>Longer names are cut and get a hash. The limit of the compiler is 511.</summary>
    public const int MaxLength = 120;

    private static readonly HashSet<string> Keywords = new(
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ], StringComparer.Ordinal);

    // Accessors, operators, undocumented keywords, and the locals of generated code.
    private static readonly string[] ReservedPrefixes = ["__", "get_", "set_", "init_", "add_", "remove_", "op_"];

    private static readonly Dictionary<char, string> Symbols = new()
    {
        ['+'] = "Plus",
        ['-'] = "Minus",
        ['/'] = "Slash",
        ['\\'] = "Backslash",
        ['*'] = "Star",
        ['='] = "Equals",
        ['<'] = "Less",
        ['>'] = "Greater",
        ['!'] = "Not",
        ['?'] = "Question",
        ['%'] = "Percent",
        ['&'] = "And",
        ['|'] = "Or",
        ['#'] = "Sharp",
        ['@'] = "At",
        ['$'] = "Dollar",
        ['.'] = "Dot",
        [','] = "Comma",
        [':'] = "Colon",
        [';'] = "Semicolon",
        ['~'] = "Tilde",
        ['^'] = "Caret",
        ['('] = "Open",
        [')'] = "Close",
        ['['] = "OpenBracket",
        [']'] = "CloseBracket",
        ['{'] = "OpenBrace",
        ['}'] = "CloseBrace",
        ['"'] = "Quote",
        ['\''] = "Apostrophe",
        ['`'] = "Backtick",
        [' '] = "Space",
        ['_'] = "Underscore",
    };

    /// <summary><c>spreadsheet_id</c> -> <c>SpreadsheetId</c>.</summary>
    public static string Pascal(string wireName)
    {
        var words = WordsOf(wireName);
        var name = new StringBuilder();
        foreach (var word in words)
            AppendCapitalized(name, word);
        return Finish(name, wireName);
    }

    /// <summary><c>spreadsheet_id</c> -> <c>spreadsheetId</c>.</summary>
    public static string Camel(string wireName)
    {
        var words = WordsOf(wireName);
        var name = new StringBuilder();
        foreach (var word in words)
        {
            if (name.Length == 0)
                name.Append(word.ToLowerInvariant());
            else
                AppendCapitalized(name, word);
        }

        return Finish(name, wireName);
    }

    /// <summary>The spelling that keeps what differs: letters and their case, digits and underscores stay, symbols are named.</summary>
    public static string Spelled(string wireName) => Spelled(wireName, capitalizes: false);

    /// <summary>The spelling that keeps what differs, with a capital at the start of each word.</summary>
    public static string SpelledPascal(string wireName) => Spelled(wireName, capitalizes: true);

    /// <summary>A name with a hash, for a wire name that nothing else distinguishes from its siblings.</summary>
    public static string Hashed(string name, string wireName) => Cut(name, MaxLength) + "_" + StableHash.Of(wireName);

    /// <summary>Whether C# keeps the name for itself: a spelled name may be one, where a plain one begins with a capital.</summary>
    public static bool IsKeyword(string identifier) => Keywords.Contains(identifier);

    /// <summary>Whether the compiler, or generated code for its locals, keeps names of this form to itself.</summary>
    public static bool IsReserved(string identifier) =>
        ReservedPrefixes.Any(prefix => identifier.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether a name has only the letters a to z: the compiler warns about such type names (CS8981).</summary>
    public static bool IsSmall(string name) => name.All(c => c is >= 'a' and <= 'z');

    /// <summary>Whether the runtime has a namespace of that name, which generated code uses by its full name.</summary>
    public static bool IsOfRuntime(string name) => name is "Typed" or "Generated";

    /// <summary>Why a chosen name cannot be used in generated code, or null if it can.</summary>
    /// <param name="name">The name.</param>
    /// <param name="takesKeyword">Whether a keyword is allowed, because it is written with <c>@</c>.</param>
    public static string? WhyUnusable(string name, bool takesKeyword)
    {
        if (name.Length == 0 || !name.All(c => c == '_' || Words.IsWordChar(c)) || char.IsDigit(name[0]))
            return "it is not a C# identifier: use only letters, digits and underscores, and no digit at the start";
        if (name.Length > MaxLength)
            return FormattableString.Invariant($"it has more than {MaxLength} characters");
        if (IsReserved(name))
            return "names of this form are reserved for the compiler and for generated code";
        return IsKeyword(name) && !takesKeyword ? "it is a keyword" : null;
    }

    private static string Spelled(string wireName, bool capitalizes)
    {
        var name = new StringBuilder();
        var startsWord = capitalizes;
        foreach (var c in wireName)
        {
            var isWord = Words.IsWordChar(c);
            if (isWord)
                name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            else if (c == '_')
                name.Append(c);
            else
                name.Append(Symbols.TryGetValue(c, out var symbol) ? symbol : "_");
            startsWord = capitalizes && !isWord;
        }

        return Finish(name, wireName);
    }

    private static List<string> WordsOf(string wireName)
    {
        var words = Words.Split(wireName);

        // "+1", "-1" and ">=" differ in their symbols only.
        var isSigned = wireName.Length > 1 && wireName[0] is '+' or '-' && char.IsDigit(wireName[1]);
        if (words.Count == 0)
            return [.. wireName.Select(c => Symbols.TryGetValue(c, out var symbol) ? symbol : "").Where(symbol => symbol.Length > 0)];
        if (isSigned)
            words.Insert(0, Symbols[wireName[0]]);
        return words;
    }

    private static void AppendCapitalized(StringBuilder name, string word)
    {
        // Two numbers side by side would become another one: "1_0" is not "10".
        if (name.Length > 0 && char.IsDigit(name[^1]) && char.IsDigit(word[0]))
            name.Append('_');
        name.Append(char.ToUpperInvariant(word[0]));
        var isShouting = word.All(c => !char.IsLower(c));
        name.Append(isShouting ? word[1..].ToLowerInvariant() : word[1..]);
    }

    private static string Finish(StringBuilder name, string wireName)
    {
        if (name.Length == 0)
            return "_" + StableHash.Of(wireName);
        if (char.IsDigit(name[0]))
            name.Insert(0, '_');
        var finished = name.ToString();
        return finished.Length <= MaxLength ? finished : Hashed(finished, wireName);
    }

    private static string Cut(string name, int length) => name.Length <= length ? name : name[..length];
}
