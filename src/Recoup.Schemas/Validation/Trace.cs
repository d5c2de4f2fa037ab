using System.Globalization;
using System.Text;
using Recoup.Schemas.Output;
using Recoup.Schemas.Reading;

namespace Recoup.Schemas.Validation;

/// <summary>Collects violations, and keeps the way to where the evaluation stands.</summary>
internal sealed class Trace
{
    private readonly StringBuilder _instance = new();
    private readonly StringBuilder _keywords = new();
    private List<Violation> _violations = [];
    private Violation? _limit;

    /// <summary>What was found. Where a limit ended the run that is the only truth: the rest depends on where it was cut off.</summary>
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

    /// <summary>Starts a list of its own for an alternative; the result is the list to return to.</summary>
    public List<Violation> Fork()
    {
        var outer = _violations;
        _violations = [];
        return outer;
    }

    /// <summary>Returns to the outer list; the result is what the alternative found.</summary>
    public List<Violation> Join(List<Violation> outer)
    {
        var found = _violations;
        _violations = outer;
        return found;
    }

    public void Add(Assertion assertion, string keyword, string expected, string got, IReadOnlyList<Violation>? causes = null) =>
        _violations.Add(new Violation(
            _instance.ToString(), keyword, assertion.Source.LocationOf(keyword), $"{_keywords}/{JsonPointer.Escape(keyword)}", expected, got, causes ?? []));

    /// <summary>The schema <c>false</c> has no keyword of its own: the one that applies it is at fault.</summary>
    public void AddFalse(SchemaSource source, string got) =>
        _violations.Add(new Violation(
            _instance.ToString(), source.Keyword ?? "false", source.Location, _keywords.ToString(), "nothing to stand here", got, []));

    public void Exhausted(SchemaSource source, string expected) =>
        _limit ??= new Violation(_instance.ToString(), "(limit)", source.Location, _keywords.ToString(), expected, "more", []);
}
