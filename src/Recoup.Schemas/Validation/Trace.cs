using System.Globalization;
using System.Text;
using Recoup.Schemas.Json;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Validation;

/// <summary>Collects violations, and keeps the current locations of the evaluation.</summary>
internal sealed class Trace
{
    private readonly StringBuilder _instance = new();
    private readonly StringBuilder _keywords = new();
    private List<Violation> _violations = [];
    private Violation? _limit;

    /// <summary>
    /// The violations found. If a limit ended the evaluation, this is the only one, because the others depend on where it ended.
    /// </summary>
    public IReadOnlyList<Violation> Violations => _limit is null ? _violations : [_limit];

    public string InstanceLocation => _instance.ToString();

    public int PushInstance(string name)
    {
        var length = _instance.Length;
        JsonPointer.Append(_instance, name);
        return length;
    }

    public int PushInstance(int index) => PushInstance(index.ToString(CultureInfo.InvariantCulture));

    public void PopInstance(int length) => _instance.Length = length;

    public int PushKeyword(string keyword, string? key)
    {
        var length = _keywords.Length;
        JsonPointer.Append(_keywords, keyword);
        if (key is not null)
            JsonPointer.Append(_keywords, key);
        return length;
    }

    public void PopKeyword(int length) => _keywords.Length = length;

    /// <summary>Starts a separate list for an alternative. Returns the list to pass to <see cref="Join"/>.</summary>
    public List<Violation> Fork()
    {
        var outer = _violations;
        _violations = [];
        return outer;
    }

    /// <summary>Returns to the outer list. The result is the alternative's list.</summary>
    public List<Violation> Join(List<Violation> outer)
    {
        var found = _violations;
        _violations = outer;
        return found;
    }

    public void Add(SchemaSource source, string keyword, string expected, string got, IReadOnlyList<Violation>? causes = null) =>
        _violations.Add(new Violation(
            _instance.ToString(),
            keyword,
            source.LocationOf(keyword),
            JsonPointer.Append(_keywords.ToString(), keyword),
            expected,
            got,
            causes ?? []));

    /// <summary>Adds a violation of the schema <c>false</c>. It has no keyword, so the keyword that applies it is reported.</summary>
    public void AddFalse(SchemaSource source, string got) =>
        _violations.Add(new Violation(
            _instance.ToString(), source.Keyword ?? "false", source.Location, _keywords.ToString(), "no value", got, []));

    public void Exhausted(SchemaSource source, string expected) =>
        _limit ??= new Violation(_instance.ToString(), "(limit)", source.Location, _keywords.ToString(), expected, "more", []);
}
