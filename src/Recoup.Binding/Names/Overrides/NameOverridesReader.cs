using System.Text.Json;
using Recoup.Catalogs.Effects;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Names.Overrides;

/// <summary>Reads the text of a <c>recoup.names.json</c>. Never throws on bad input: keeps what is usable and reports the rest.</summary>
internal static class NameOverridesReader
{
    /// <summary>Reads a names file.</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <param name="path">The file that problems name.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static NameOverridesReading Read(ReadOnlyMemory<byte> utf8, string path, CancellationToken cancellation = default)
    {
        var document = NamesDocument.Parse(utf8, path, out var problem, cancellation);
        if (problem is not null)
            return new NameOverridesReading(new NameOverrides(path, default, default, default, default), document, [problem]);

        var reader = new Reader(path);
        var overrides = reader.Root(document!.Root);
        return new NameOverridesReading(overrides, document, reader.Problems);
    }

    private sealed class Reader(string path)
    {
        public List<Problem> Problems { get; } = [];

        public NameOverrides Root(PositionedElement root)
        {
            var connectors = new List<NameOverride>();
            var actions = new List<ActionOverrides>();
            var types = new List<TypeOverride>();
            foreach (var (name, value) in Members(root, "the names file", "connectors", "actions", "types", "$schema"))
            {
                if (name == "connectors")
                    connectors.AddRange(Names(value, "the names of connectors", WhyNoClass));
                else if (name == "actions")
                    actions.AddRange(Members(value, "the actions").Select(member => Action(member.Name, member.Value)));
                else if (name == "types")
                    types.AddRange(Members(value, "the names of types").SelectMany(member => Types(member.Name, member.Value)));
            }

            var effects = StatedEffects.Of(root, path);
            Problems.AddRange(effects.Problems);
            return new NameOverrides(path, new(connectors), new(actions), new(types), effects.Effects);
        }

        private IEnumerable<TypeOverride> Types(string name, PositionedElement places)
        {
            if (WhyNoClass(name) is { } reason)
            {
                Problems.Add(new Problem(NamesProblems.Unusable, name, "a type", reason) { Path = path, Range = places.Range });
                yield break;
            }

            if (places.ValueKind != JsonValueKind.Array)
                Unexpected(places, $"the places of the type {name}, an array of strings", ValueDescription.Of(places));
            var index = -1;
            foreach (var item in places.EnumerateArray())
            {
                index++;
                var place = item.AsString();
                if (place?.Split('/') is [{ Length: > 0 } slug, "parameters" or "result", ..] && place is not null)
                    yield return new TypeOverride(
                        name, slug, place[(slug.Length + 1)..], path, JsonPointer.Append(JsonPointer.Of("types", name), index));
                else
                    Unexpected(
                        item,
                        $"a place of the type {name}, such as 'GMAIL_SEND_EMAIL/parameters/recipient' or 'GMAIL_SEND_EMAIL/result'",
                        place is null ? ValueDescription.Of(item) : $"'{place}'");
            }
        }

        private ActionOverrides Action(string slug, PositionedElement action)
        {
            string? method = null;
            var parameters = new List<NameOverride>();
            var files = new List<string>();
            foreach (var (name, value) in Members(action, $"the entry of {slug}", "method", "parameters", "files", StatedEffect.Member))
            {
                if (name == "method")
                    method = Name(value, $"the method of {slug}", name => Identifier.WhyUnusable(name, takesKeyword: false));
                else if (name == "parameters")
                    parameters.AddRange(Names(
                        value, $"the names of the parameters of {slug}", name => Identifier.WhyUnusable(name, takesKeyword: true)));
                else if (name == "files")
                    files.AddRange(Texts(value, $"the files of {slug}"));
            }

            return new ActionOverrides(path, slug, method, new(parameters), new(files.Distinct(StringComparer.Ordinal)));
        }

        private IEnumerable<NameOverride> Names(PositionedElement element, string what, Func<string, string?> whyUnusable)
        {
            foreach (var (wireName, value) in Members(element, what))
            {
                if (Name(value, $"'{wireName}'", whyUnusable) is { } name)
                    yield return new NameOverride(wireName, name);
            }
        }

        private string? Name(PositionedElement element, string what, Func<string, string?> whyUnusable)
        {
            if (element.AsString() is not { } name)
            {
                Unexpected(element, $"the name of {what}, a string", ValueDescription.Of(element));
                return null;
            }

            if (whyUnusable(name) is { } reason)
            {
                Problems.Add(new Problem(NamesProblems.Unusable, name, what, reason) { Path = path, Range = element.Range });
                return null;
            }

            return name;
        }

        private static string? WhyNoClass(string name) => Identifier.WhyUnusable(name, takesKeyword: false)
            ?? (Identifier.IsSmall(name) ? "C# reserves names that have only lowercase letters for new keywords (CS8981)" : null);

        private IEnumerable<string> Texts(PositionedElement element, string what)
        {
            if (element.ValueKind != JsonValueKind.Array)
                Unexpected(element, what + ", an array of strings", ValueDescription.Of(element));
            foreach (var item in element.EnumerateArray())
            {
                if (item.AsString() is { } text)
                    yield return text;
                else
                    Unexpected(item, "a string in " + what, ValueDescription.Of(item));
            }
        }

        private IEnumerable<(string Name, PositionedElement Value)> Members(PositionedElement element, string what, params string[] known)
        {
            if (element.ValueKind != JsonValueKind.Object)
                Unexpected(element, what + ", an object", ValueDescription.Of(element));
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in element.EnumerateObject())
            {
                var name = member.Name;
                if (known.Length > 0 && !known.Contains(name))
                    Unexpected(member.NameElement, string.Join(" or ", known.Select(one => $"'{one}'")) + " in " + what, $"'{name}'");
                else if (names.Add(name))
                    yield return (name, member.Value);
                else
                    Unexpected(member.NameElement, $"'{name}' once in {what}", "it twice");
            }
        }

        private void Unexpected(PositionedElement element, string expected, string got) =>
            Problems.Add(new Problem(NamesProblems.Unexpected, expected, got) { Path = path, Range = element.Range });
    }
}
