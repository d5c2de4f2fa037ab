using System.Diagnostics.CodeAnalysis;
using Recoup.Schemas.Patterns;
using Recoup.Schemas.Resolution;
using Recoup.Schemas.Sources;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>What all keywords of one compilation share: options, problems, references, nodes and patterns.</summary>
internal sealed class CompilationContext(JsonSchemaOptions options, ReferenceResolver resolver, ProblemList problems)
{
    /// <summary>How many patterns of one schema .NET may run. Further ones take less memory, and more time.</summary>
    private const int MostAutomata = 256;

    private readonly Dictionary<SchemaSource, SchemaNode> _nodes = new(problems.Subschemas);
    private readonly Queue<SchemaNode> _pending = new();
    private readonly Dictionary<string, EcmaPattern> _patterns = new(StringComparer.Ordinal);

    public JsonSchemaOptions Options => options;

    public ReferenceResolver Resolver => resolver;

    public ProblemList Problems => problems;

    /// <summary>Whether a reference in the schema, or in a schema it refers to, is bound during the evaluation.</summary>
    public bool HasDynamicReferences { get; set; }

    /// <summary>Whether the schemas that are compiled now can be applied. Otherwise nothing refers to them.</summary>
    public bool IsUsed { get; set; } = true;

    /// <summary>Whether a node waits for <see cref="TryTake"/>.</summary>
    public bool HasPending => _pending.Count > 0;

    /// <summary>The node of a schema. A new one waits for <see cref="TryTake"/>.</summary>
    public SchemaNode NodeOf(SchemaSource source)
    {
        if (!_nodes.TryGetValue(source, out var node))
        {
            node = new SchemaNode(source);
            _nodes.Add(source, node);
            _pending.Enqueue(node);
        }

        return node;
    }

    /// <summary>Takes the next node that is not compiled yet.</summary>
    public bool TryTake([NotNullWhen(true)] out SchemaNode? node)
    {
        node = _pending.Count > 0 ? _pending.Dequeue() : null;
        return node is not null;
    }

    /// <summary>Reads a regular expression. Equal ones share a pattern.</summary>
    public bool TryReadPattern(string text, [NotNullWhen(true)] out EcmaPattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (_patterns.TryGetValue(text, out pattern))
            return true;
        if (!EcmaPattern.TryParse(text, _patterns.Count < MostAutomata, out pattern, out problem))
            return false;
        _patterns.Add(text, pattern);
        return true;
    }
}
