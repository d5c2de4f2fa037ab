using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Recoup.Schemas.Patterns;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Resolution;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>The way of a schema: read, resolve, compile.</summary>
internal sealed class SchemaCompiler
{
    private readonly Queue<SchemaSource> _pending = new();
    private readonly Dictionary<string, EcmaPattern> _patterns = new(StringComparer.Ordinal);
    private readonly SchemaRegistry _registry;
    private readonly ReferenceResolver _resolver;

    private SchemaCompiler(JsonSchemaOptions options)
    {
        Options = options;
        Problems = new ProblemList(options.Limits);
        _registry = new SchemaRegistry(options, Problems);
        _resolver = new ReferenceResolver(_registry);
    }

    public JsonSchemaOptions Options { get; }

    public ProblemList Problems { get; }

    /// <summary>References bound while judging, in the schema and what it reaches.</summary>
    public bool HasDynamicReferences { get; set; }

    public static SchemaProgram? Compile(JsonElement schema, JsonSchemaOptions options, out IReadOnlyList<SchemaProblem> problems)
    {
        var compiler = new SchemaCompiler(options);
        var source = compiler._registry.ReadRoot(schema, compiler.Problems);
        var root = compiler.Problems.IsFull ? null : compiler.CompileAll(source);
        problems = compiler.Problems.All;
        return problems.Count > 0 ? null : new SchemaProgram(root!, source.Resource.Dialect.Draft, options.Limits);
    }

    /// <summary>The node of a schema, compiled by now or later.</summary>
    public SchemaNode NodeOf(SchemaSource source)
    {
        if (source.Node is null)
        {
            source.Node = new SchemaNode(source);
            _pending.Enqueue(source);
        }

        return source.Node;
    }

    /// <summary>Finds what a reference names; records a problem when there is no such schema.</summary>
    public SchemaSource? Resolve(KeywordSite site, string reference)
    {
        var target = _resolver.Resolve(site.Source, reference, out var problem);
        if (target is null)
            site.Problem($"{problem}, got {Describe.Quote(reference)}");
        return target;
    }

    /// <summary>Reads a regular expression; records a problem where it is none that can run.</summary>
    public bool TryReadPattern(KeywordSite site, string text, [NotNullWhen(true)] out EcmaPattern? pattern)
    {
        if (!_patterns.TryGetValue(text, out pattern))
        {
            if (!EcmaPattern.TryParse(text, Options.Limits.PatternTimeout, out pattern, out var problem))
                return site.Problem($"expected a regular expression (ECMA-262), got {Describe.Quote(text)}: {problem}");
            _patterns.Add(text, pattern);
        }

        return true;
    }

    private SchemaNode CompileAll(SchemaSource source)
    {
        var root = NodeOf(source);
        var compiled = new List<SchemaNode>();
        while (_pending.Count > 0)
        {
            var next = _pending.Dequeue();
            compiled.Add(next.Node!);
            CompileOne(next);

            // Definitions that nothing refers to are compiled too: what is wrong there shall not wait for its first use.
            foreach (var child in next.Children)
                NodeOf(child);
        }

        if (Problems.All.Count == 0)
        {
            CycleFinder.Find(compiled, Problems);
            if (HasDynamicReferences)
            {
                foreach (var node in compiled)
                    node.Scope = node.Source.Resource;
            }
        }

        return root;
    }

    private void CompileOne(SchemaSource source)
    {
        var builder = new NodeBuilder(source.Node!);
        if (source.Element.ValueKind == JsonValueKind.False)
            builder.Admit(Kinds.None, null);

        foreach (var use in source.Uses)
            use.Row.Keyword.Compile(new KeywordSite(this, source, use), builder);
        builder.Complete();
    }
}
