using FsCheck;
using FsCheck.Fluent;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>Generates names files: most entries are about something in the catalog, and any name and any path may be hostile.</summary>
internal static class HostileNames
{
    // Names of generated code, of the runtime, and of other types of the catalog.
    private static readonly string[] Chosen =
    [
        "User", "user", "Do", "DoX", "DoIt", "DoResult", "DoIdObject", "Acme", "AcmeConnector", "Google", "Equals", "ToString", "GetType",
         "WriteTo",
        "Json", "Of", "Read", "Create", "Recoup", "System", "global", "String", "StagedFile", "ResultView", "CallWriter", "Value", "T",
         "call",
        "additionalProperties", "class", "@class", "__call", "__Value", "record", "value", "a b", "1st", "", "Ünïcödé", "名前", "Name\u2028",
         "User\"",
    ];

    private static readonly Gen<string> Name = Gen.Frequency(
        (5, Gen.Elements(Chosen)), (3, Gen.Elements(["User", "Item", "Page", "Filter"])), (2, HostileTexts.Names));

    private static readonly Gen<JsonText> Odd =
        Gen.Elements("7", "null", "true", "\"*/\"", "[]", "{}", "[7,\"a\"]", "{\"*/\":7}", "{\"a\":\"A\",\"a\":\"B\"}")
            .Select(JsonText.Parse);

    /// <summary>Names for a catalog.</summary>
    public static Gen<JsonText> For(JsonText catalog)
    {
        var facts = Facts.Of(catalog);
        var slug = OneOf(facts.Slugs);
        return
            from connectors in Entries(OneOf(facts.Connectors), Name.Select(JsonText.Of))
            from actions in Entries(slug, Action(facts))
            from types in Entries(Name, Places(facts, slug))
            from odd in Gen.Frequency((12, Gen.Constant(Array.Empty<(string, JsonText)>())), (1, OddMembers()))
            select (JsonText)JsonText.Object([("connectors", connectors), ("actions", actions), ("types", types), .. odd]);
    }

    private static Gen<JsonText> Action(Facts facts) =>
        from method in Gen.Elements([true, false]).SelectMany(has => Name.ArrayOf(has ? 1 : 0))
        from parameters in Entries(OneOf(facts.Properties), Name.Select(JsonText.Of))
        from files in Gen.OneOf(OneOf(facts.Properties), Path(facts, ".")).Select(JsonText.Of).ListOf().Resize(2)
        from odd in Gen.Frequency((12, Gen.Constant(Array.Empty<(string, JsonText)>())), (1, OddMembers()))
        select (JsonText)JsonText.Object(
        [
            .. method.Select(name => ("method", JsonText.Of(name))),
            ("parameters", parameters),
            ("files", JsonText.Array(files)),
            .. odd,
        ]);

    private static Gen<JsonText> Places(Facts facts, Gen<string> slugs)
    {
        var place =
            from slug in slugs
            from root in Gen.Frequency((6, Gen.Elements(["parameters", "result"])), (1, HostileTexts.Names))
            from path in Path(facts, "/")
            from isWhole in Gen.Choose(0, 5)
            select JsonText.Of(slug + "/" + root + (isWhole == 0 ? "" : "/" + path));
        return Gen.Frequency(
            (10, place.ListOf().Resize(3).Select(JsonText.Array)),
            (1, Odd));
    }

    private static Gen<string> Path(Facts facts, string separator)
    {
        var token = Gen.Frequency(
            (8, OneOf(facts.Properties).Select(name => separator == "/"
                ? name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
                : name)),
            (2, Gen.Elements(["~Object", "~Item", "~Value", "~Result", "~User", "~", "next", "b", "end", "data", "items", "id"])),
            (1, HostileTexts.Names));
        return Gen.Choose(1, 3).SelectMany(count => token.ArrayOf(count)).Select(tokens => string.Join(separator, tokens));
    }

    private static Gen<JsonText> Entries(Gen<string> names, Gen<JsonText> values) => Gen.Frequency(
        (10, names.SelectMany(_ => Gen.Frequency((12, values), (1, Odd)), (name, value) => (name, value))
            .ListOf().Resize(4).Select(entries => (JsonText)new JsonText.Map([.. entries]))),
        (1, Odd));

    private static Gen<(string, JsonText)[]> OddMembers() =>
        HostileTexts.Names.SelectMany(_ => Odd, (name, value) => (name, value)).ArrayOf(1);

    private static Gen<string> OneOf(string[] known) =>
        known.Length == 0 ? HostileTexts.Names : Gen.Frequency((10, Gen.Elements(known)), (1, HostileTexts.Names));

    /// <summary>The names that a catalog uses.</summary>
    private sealed record Facts(string[] Connectors, string[] Slugs, string[] Properties)
    {
        public static Facts Of(JsonText catalog)
        {
            var (texts, properties) = (new List<(string Name, string Text)>(), new List<string>());
            Collect(catalog, texts, properties);
            return new Facts(
                [.. texts.Where(text => text.Name == "connectorSlug").Select(text => text.Text).Distinct()],
                [.. texts.Where(text => text.Name == "slug").Select(text => text.Text).Distinct()],
                [.. properties.Distinct()]);
        }

        private static void Collect(JsonText json, List<(string Name, string Text)> texts, List<string> properties)
        {
            switch (json)
            {
                case JsonText.List list:
                    foreach (var item in list.Items)
                        Collect(item, texts, properties);
                    break;
                case JsonText.Map map:
                    foreach (var (name, value) in map.Members)
                    {
                        if (value is JsonText.Text text)
                            texts.Add((name, text.Value));
                        if (name == "properties" && value is JsonText.Map described)
                            properties.AddRange(described.Members.Select(member => member.Name));
                        Collect(value, texts, properties);
                    }

                    break;
            }
        }
    }
}
