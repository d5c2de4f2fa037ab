using System.Globalization;
using System.Text;
using Recoup.Schemas.Json;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Validation;

/// <summary>Collects violations, and keeps the current locations of the evaluation.</summary>
internal sealed class Trace(int most)
{
    private const int CharactersPerViolation = 4_000;

    private readonly StringBuilder _instance = new();
    private readonly StringBuilder _keywords = new();
    private List<Violation> _violations = [];
    private Violation? _limit;
    private Violation? _more;
    private readonly int _most = most;
    private int _left = most;
    private long _charactersLeft = (long)most * CharactersPerViolation;

    /// <summary>
    /// The violations found. If a limit ended the evaluation, this is the only one, because the others depend on where it ended. If there
    /// are more than the list may have, the last one says so.
    /// </summary>
    public IReadOnlyList<Violation> Violations => _limit is not null ? [_limit] : _more is not null ? [.. _violations, _more] : _violations;

    /// <summary>Whether there are more violations than the list may have.</summary>
    public bool HasMore => _more is not null;

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

    public int PushKeyword(string keyword, int index)
    {
        var length = PushKeyword(keyword, null);
        _keywords.Append('/').Append(index);
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

    /// <summary>Adds a violation. False if there are more than the list may have.</summary>
    public bool TryAdd(SchemaSource source, string keyword, string expected, string got, IReadOnlyList<Violation>? causes = null) =>
        TryAdd(source, keyword, source.LocationOf(keyword), JsonPointer.Append(_keywords.ToString(), keyword), expected, got, causes);

    /// <summary>Adds a violation of the schema <c>false</c>. It has no keyword, so the keyword that applies it is reported.</summary>
    public bool TryAddFalse(SchemaSource source, string got) =>
        TryAdd(source, source.Keyword ?? "false", source.Location, _keywords.ToString(), "no value", got, null);

    private bool TryAdd(
        SchemaSource source, string keyword, string schemaLocation, string keywordLocation, string expected, string got,
        IReadOnlyList<Violation>? causes)
    {
        if (causes is null && (_left <= 0 || _charactersLeft <= 0))
        {
            _more = Limit(
                source,
                $"at most {Describe.Count(_most, "violation", "violations")}, "
                + $"with at most {(long)_most * CharactersPerViolation} characters");
            return false;
        }

        var violation = new Violation(_instance.ToString(), keyword, schemaLocation, keywordLocation, expected, got, causes ?? []);
        _violations.Add(violation);
        _left--;
        _charactersLeft -= violation.InstanceLocation.Length + schemaLocation.Length + keywordLocation.Length;
        _charactersLeft -= expected.Length + got.Length;
        return _more is null;
    }

    private Violation Limit(SchemaSource source, string expected) =>
        new(_instance.ToString(), "(limit)", source.Location, _keywords.ToString(), expected, "more", []);

    public void Exhausted(SchemaSource source, string expected) => _limit ??= Limit(source, expected);
}
