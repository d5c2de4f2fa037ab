using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>Names and prose that are likely to break a generator.</summary>
internal static class HostileTexts
{
    private static readonly string[] Keywords =
    [
        // Keywords of C#.
        "class", "params", "ref", "event", "new", "null", "true", "default", "this", "base", "object", "string", "in", "is", "as", "do",
         "if", "namespace", "operator", "void",
        // Contextual keywords of C#.
        "var", "dynamic", "nameof", "await", "async", "yield", "field", "value", "record", "required", "scoped", "file", "global", "when",
         "where", "with", "init", "get", "set",
        "add", "remove", "partial", "extension", "managed", "unmanaged", "notnull", "nint", "allows", "from", "select", "let", "on", "by",
         "into", "alias", "not", "and", "or", "_",
        // Undocumented keywords.
        "__arglist", "__makeref", "__reftype", "__refvalue",
    ];

    private static readonly string[] Taken =
    [
        // Members of every type, names that the compiler creates, and names that generated code uses.
        "Equals", "equals", "GetHashCode", "get_hash_code", "GetType", "get_type", "ToString", "to_string", "Finalize", "MemberwiseClone",
         "ReferenceEquals", "WriteTo", "Create",
        "GetEnumerator", "Value", "AdditionalProperties", "additionalProperties", "additional_properties", "__call", "call", "__given1",
         "__item1", "__value", "items", "left",
        "right", "other", "obj", "op_Implicit", "op_Equality", "get_Value", "set_Value", "Empty", ".ctor", "Item", "Type", "Connector",
         "Action", "System", "Recoup", "Typed", "Actions", "Fuzz",
        "Object", "String", "Int64", "Json", "JsonNode", "Optional", "StagedFile", "CallWriter", "RecoupAction", "RecoupActionAttribute",
         "Experimental", "Obsolete", "GeneratedCode",
        "name", "mimetype", "s3key", "type", "properties", "$ref", "$defs", "con", "NUL", "Program", "Main",
    ];

    private static readonly string[] Alike =
    [
        "user_id", "userId", "UserID", "user-id", "user.id", "user id", "USER_ID", "User_Id", "userid", "user__id", "_user_id", "user_id_",
         "user_ID", "user\u0301id",
        "a", "A", "a_", "_a", "a1", "a_1", "A1", "1a", "1", "01", "+1", "-1", "1_0", "10", "C", "C#", "C++", "c",
    ];

    private static readonly string[] Marks =
    [
        "*/", "/*", "//", "///", "\"", "\"\"\"", "\"\"\"\"\"", "\"u8", "@\"", "$\"", "$$\"\"\"", "'", "\\", "\\\"", "\\u0022", "\\x22",
         "\\0", "{{", "}}", "{0}", "{{x}}", "${{ }}", "{", "}", ";", "});",
        "</summary>", "<summary>", "</remarks>", "]]>", "<![CDATA[", "<!--", "-->", "<?xml?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&",
         "&amp;", "&lt;", "&#0;", "&#xD800;", "&undefined;",
        "<see cref=\"T:Nope\"/>", "<inheritdoc cref=\"x\"/>", "<param name=\"x\"/>", "<include file='/etc/passwd' path='/'/>", "<", ">",
         "<a",
        "\n#error boom", "\r\n#error boom", "\r#error boom", "\u2028#error boom", "\u2029#pragma warning disable", "\u0085#line 1 \"x\"",
         "\u000b#if false", "\f#endif", "\n#nullable disable", "\n#region",
        "\n}\npublic static class Evil { }", "\u2028} class Evil {", "\u0085} class Evil {", "\r} class Evil {", "); Evil(); //",
         "\"); Evil(\"", "\\\"); Evil(\\\"",
        "\0", "\u0001", "\u0010", "\u001a", "\u001b[31m", "\u007f", "\u009f", "\u00a0", "\u00ad", "\u061c", "\u200b", "\u200c", "\u200d",
         "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\u180e", "\u1680", "\u3000",
        "\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800", "😀", "\U0001D4D0", "\U000E0001", "\U0010FFFF", "𝒳", "名前", "Ünïcödé", "ǅ",
         "ß", "İ", "ı", "ﬁ", "Ⅷ", "٣", "०", "１", "ª", "ʰ", "e\u0301", "\u0301", "\u20dd", "_\u203f_", "א", "عربي", "\u0e33",
        "$filter", "@odata.type", "@class", "@", "$", "#", "x.y/z", "~0", "~1", "~", "/", "%2e%2e", "../..", "a b", " a", "a ", "\t", "\v",
         " ", "", "-", "_", "__", ".", ",", ":", "=", ">=", "!", "?", "|", "^", "(", ")", "[", "]",
    ];

    private static readonly string[] Categories = [.. Enumerable.Range(0, char.MaxValue + 1)
        .GroupBy(code => CharUnicodeInfo.GetUnicodeCategory((char)code))
        .OrderBy(group => group.Key)
        .Select(group =>
            string.Concat(group.Where((_, index) => index % Math.Max(1, group.Count() / 64) == 0).Select(code => (char)code)))];

    /// <summary>One character of any Unicode category; all categories are equally likely.</summary>
    private static readonly Gen<string> Character =
        from category in Gen.Elements(Categories)
        from index in Gen.Choose(0, category.Length - 1)
        select category[index].ToString();

    private static readonly Gen<string> Long =
        from text in Gen.Elements(["n", "N_", "é", "a\u0301", "名", "*/", "\"", "\\", "😀", "\ud800", "<", "{"])
        from length in Gen.Elements([119, 120, 121, 511, 512, 4001, 10_000])
        from end in Gen.Elements(["", "a", "b", "_"])
        select string.Concat(Enumerable.Repeat(text, length / text.Length + 1))[..length] + end;

    private static readonly Gen<string> Plain = Gen.Elements([
        "id", "spreadsheet_id", "limit", "q", "is_active", "pageToken", "tags", "x", "y", "kind"
    ]);

    /// <summary>Property names, enum values, parts of slugs.</summary>
    public static Gen<string> Names { get; } = Gen.Frequency(
        (30, Plain),
        (20, Gen.Elements(Alike)),
        (14, Gen.Elements(Taken)),
        (12, Gen.Elements(Keywords)),
        (14, Gen.Elements(Marks)),
        (6, Together(Gen.OneOf(Character, Gen.Elements(Marks), Plain))),
        (3, Together(Character)),
        (1, Long));

    /// <summary>Descriptions, titles, examples, patterns.</summary>
    public static Gen<string> Prose { get; } = Gen.Frequency(
        (30, Gen.Elements(["", "What it is.", "One.\nTwo.", "  spaced  "])),
        (40, Gen.Elements(Marks)),
        (29, Together(Gen.OneOf(Gen.Elements(Marks), Character, Plain, Gen.Elements(["\n", "\r\n", " "])))),
        (1, Long));

    private static Gen<string> Together(Gen<string> part) =>
        from count in Gen.Choose(1, 4)
        from parts in part.ArrayOf(count)
        select string.Concat(parts);
}
