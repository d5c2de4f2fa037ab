using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Keywords;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Samples;

/// <summary>Everything that one instance must satisfy: all schemas that apply to it, and their assertions.</summary>
internal sealed class SampleShape
{
    private readonly HashSet<SchemaNode> _nodes = [];
    private readonly SchemaNode _root;
    private readonly SampleChoices _choices;
    private readonly SampleBudget _budget;
    private int _depthLeft;
    private SampleFormats? _formats;

    public SampleShape(IEnumerable<SchemaNode> nodes, SchemaNode root, JsonSchemaLimits limits, SampleChoices choices, SampleBudget budget)
    {
        _root = root;
        _choices = choices;
        _budget = budget;
        _depthLeft = limits.EvaluationDepth;
        foreach (var node in nodes)
            Add(node);
    }

    public IReadOnlyCollection<SchemaNode> Nodes => _nodes;

    public InstanceKinds Kinds { get; private set; } = InstanceKinds.All | InstanceKinds.Integer;

    /// <summary>The formats of strings and numbers. Read when all schemas have been added.</summary>
    public SampleFormats Formats => _formats ??= new SampleFormats(_nodes);

    /// <summary>The assertions, after references and in-place applicators are resolved.</summary>
    public List<Assertion> Assertions { get; } = [];

    /// <summary>The passes over properties that say anything about their values.</summary>
    public List<ObjectAssertion> Properties { get; } = [];

    public IEnumerable<T> Of<T>()
        where T : Assertion => Assertions.OfType<T>();

    /// <summary>Whether a value has the formats.</summary>
    public bool Allows(JsonElement value) => value.ValueKind != JsonValueKind.String || Formats.Allow(JsonNames.Of(value));

    /// <summary>Adds a schema that also applies.</summary>
    public void Add(SchemaNode node)
    {
        // No instance satisfies schemas that apply one another at a greater depth than an evaluation may have.
        if (_depthLeft == 0 || !_nodes.Add(node) || !_budget.Take(1 + node.Assertions.Length))
            return;
        _depthLeft--;
        Kinds &= Closure(node.AdmittedKinds);
        foreach (var assertion in node.Assertions)
            Add(assertion);
        _depthLeft++;
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
            case NotKeyword.Assertion { Node.Assertions.Length: 0 } not:
                Kinds &= ~not.Node.AdmittedKinds;
                break;
            default:
                Assertions.Add(assertion);
                if (assertion is ObjectAssertion pass)
                    Properties.Add(pass);
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
