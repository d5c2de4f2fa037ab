using Recoup.Schemas.Reading;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>Gathers what the keywords of one schema demand.</summary>
internal sealed class NodeBuilder(SchemaNode node)
{
    private readonly List<Assertion> _assertions = [];
    private readonly List<Kinds> _appliesTo = [];
    private Kinds _kinds = Kinds.All | Kinds.Name;
    private Assertion? _reportsKind;
    private ObjectPlan? _object;
    private ArrayPlan? _array;
    private (Assertion, Kinds)? _unevaluated;
    private (Assertion, Kinds)? _unevaluatedToo;

    public SchemaSource Source { get; } = node.Source;

    public SchemaNode Node { get; } = node;

    /// <summary>The properties' one pass.</summary>
    public ObjectPlan Object => _object ??= new ObjectPlan();

    /// <summary>The items' one pass.</summary>
    public ArrayPlan Array => _array ??= new ArrayPlan();

    public void Admit(Kinds kinds, Assertion? reports)
    {
        _kinds = kinds;
        _reportsKind = reports;
    }

    public void Assert(Kinds appliesTo, Assertion assertion)
    {
        _assertions.Add(assertion);
        _appliesTo.Add(appliesTo);
    }

    /// <summary>Adds an assertion that needs to know what all others have evaluated.</summary>
    public void AssertUnevaluated(Kinds appliesTo, Assertion assertion)
    {
        Node.CollectsMarks = true;
        if (_unevaluated is null)
            _unevaluated = (assertion, appliesTo);
        else
            _unevaluatedToo = (assertion, appliesTo);
    }

    public void Complete()
    {
        // The pass over properties or items is the cheapest way to find a violation: it goes before applicators.
        if (_array is not null)
            InsertFirst(Kinds.Array, _array.Build());
        if (_object is not null)
            InsertFirst(Kinds.Object, _object.Build());
        if (_unevaluated is var (first, firstKinds))
            Assert(firstKinds, first);
        if (_unevaluatedToo is var (second, secondKinds))
            Assert(secondKinds, second);

        Node.Complete(
            _kinds, _reportsKind, _assertions,
            _assertions.Count == 0 ? AssertionLists.Empty : AssertionLists.Of(_assertions, _appliesTo));
    }

    private void InsertFirst(Kinds appliesTo, Assertion assertion)
    {
        _assertions.Insert(0, assertion);
        _appliesTo.Insert(0, appliesTo);
    }
}
