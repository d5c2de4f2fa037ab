using Recoup.Schemas.Keywords;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Samples;

/// <summary>Everything that one instance must satisfy: all schemas that apply to it, and their assertions.</summary>
internal sealed class SampleShape
{
    private readonly HashSet<SchemaNode> _nodes = [];
    private readonly SchemaNode _root;
    private readonly SampleChoices _choices;

    public SampleShape(IEnumerable<SchemaNode> nodes, SchemaNode root, SampleChoices choices)
    {
        _root = root;
        _choices = choices;
        foreach (var node in nodes)
            Add(node);
    }

    public IReadOnlyCollection<SchemaNode> Nodes => _nodes;

    public InstanceKinds Kinds { get; private set; } = InstanceKinds.All | InstanceKinds.Integer;

    /// <summary>The assertions, after references and in-place applicators are resolved.</summary>
    public List<Assertion> Assertions { get; } = [];

    public IEnumerable<T> Of<T>()
        where T : Assertion => Assertions.OfType<T>();

    /// <summary>Adds a schema that also applies.</summary>
    public void Add(SchemaNode node)
    {
        if (!_nodes.Add(node))
            return;
        Kinds &= Closure(node.AdmittedKinds);
        foreach (var assertion in node.Assertions)
            Add(assertion);
    }

    private void Add(Assertion assertion)
    {
        switch (assertion)
        {
            case ReferenceKeyword.Assertion reference:
                Add(reference.Target);
                break;
            case DynamicReferenceKeyword.Assertion reference:
                Add(reference.Bind([_root.Scope!]));
                break;
            case RecursiveReferenceKeyword.Assertion reference:
                Add(reference.Bind([_root.Scope!]));
                break;
            case AllOfKeyword.Assertion all:
                foreach (var node in all.Nodes)
                    Add(node);
                break;
            case AnyOfKeyword.Assertion any:
                Add(any.Nodes[_choices.Take(any.Nodes.Length)]);
                break;
            case OneOfKeyword.Assertion one:
                Add(one.Nodes[_choices.Take(one.Nodes.Length)]);
                break;
            case IfKeyword.Assertion conditional:
                AddConditional(conditional);
                break;
            case NotKeyword.Assertion { Node.Assertions.Count: 0 } not:
                Kinds &= ~not.Node.AdmittedKinds;
                break;
            default:
                Assertions.Add(assertion);
                break;
        }
    }

    private void AddConditional(IfKeyword.Assertion conditional)
    {
        if (_choices.Take(2) == 1)
        {
            if (conditional.Otherwise is not null)
                Add(conditional.Otherwise);
            return;
        }

        Add(conditional.Condition);
        if (conditional.Then is not null)
            Add(conditional.Then);
    }

    // A number can be an integer.
    private static InstanceKinds Closure(InstanceKinds kinds) =>
        (kinds & InstanceKinds.Number) != 0 ? kinds | InstanceKinds.Integer : kinds;
}
