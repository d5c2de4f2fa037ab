using Recoup.Schemas.Sources;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>Collects the assertions of one schema's keywords.</summary>
internal sealed class NodeBuilder(SchemaNode node)
{
    private readonly List<Assertion> _assertions = [];
    private readonly List<InstanceKinds> _appliesTo = [];
    private InstanceKinds _kinds = InstanceKinds.All;
    private LeafAssertion? _reportsKind;
    private ObjectPlan? _object;
    private ArrayPlan? _array;
    private (Assertion, InstanceKinds)? _unevaluated;
    private (Assertion, InstanceKinds)? _unevaluatedToo;

    public SchemaSource Source { get; } = node.Source;

    public SchemaNode Node { get; } = node;

    /// <summary>The pass over the properties.</summary>
    public ObjectPlan Object => _object ??= new ObjectPlan();

    /// <summary>The pass over the items.</summary>
    public ArrayPlan Array => _array ??= new ArrayPlan();

    public void Admit(InstanceKinds kinds, LeafAssertion? reports)
    {
        _kinds = kinds;
        _reportsKind = reports;
    }

    /// <summary>Whether null is exempt from everything that the schema asserts.</summary>
    public bool AcceptsNull { get; init; }

    public void Assert(InstanceKinds appliesTo, Assertion assertion)
    {
        _assertions.Add(assertion);
        _appliesTo.Add(appliesTo);
    }

    /// <summary>Adds an assertion that depends on what all other assertions have evaluated.</summary>
    public void AssertUnevaluated(InstanceKinds appliesTo, Assertion assertion)
    {
        Node.CollectsMarks = true;
        if (_unevaluated is null)
            _unevaluated = (assertion, appliesTo);
        else
            _unevaluatedToo = (assertion, appliesTo);
    }

    public void Complete()
    {
        // The pass over properties or items finds violations at the lowest cost, so it comes before the applicators.
        if (_array is not null)
            InsertFirst(InstanceKinds.Array, _array.Build());
        if (_object is not null)
            InsertFirst(InstanceKinds.Object, _object.Build());
        if (_unevaluated is var (first, firstKinds))
            Assert(firstKinds, first);
        if (_unevaluatedToo is var (second, secondKinds))
            Assert(secondKinds, second);

        if (AcceptsNull)
        {
            _kinds |= InstanceKinds.Null;
            for (var i = 0; i < _appliesTo.Count; i++)
                _appliesTo[i] &= ~InstanceKinds.Null;
        }

        Node.Complete(
            _kinds, _reportsKind, [.. _assertions],
            _assertions.Count == 0 ? AssertionLists.Empty : AssertionLists.Of(_assertions, _appliesTo));
    }

    private void InsertFirst(InstanceKinds appliesTo, Assertion assertion)
    {
        _assertions.Insert(0, assertion);
        _appliesTo.Insert(0, appliesTo);
    }
}
