using System.Text.Json;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Json;
using Recoup.Schemas.Resolution;
using Recoup.Schemas.Sources;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>Reads a schema, compiles it and everything it refers to, and looks for circles.</summary>
internal sealed class SchemaCompiler
{
    private readonly CompilationContext _context;
    private readonly List<SchemaNode> _compiled = [];
    private readonly Dictionary<SchemaResource, DynamicScope> _scopes = [];

    private SchemaCompiler(CompilationContext context) => _context = context;

    /// <summary>The compiled root, or null if there are problems.</summary>
    public static SchemaNode? Compile(
        JsonElement schema, JsonSchemaOptions options, DialectTable dialects, out IReadOnlyList<SchemaProblem> problems)
    {
        var found = new ProblemList(options.Limits);
        var registry = new SchemaRegistry(options, dialects, found);
        var source = registry.ReadRoot(schema);
        if (found.IsFull)
        {
            problems = found.Of(source, []);
            return null;
        }

        var compiler = new SchemaCompiler(new CompilationContext(options, new ReferenceResolver(registry), found));
        var root = compiler.CompileAll(source);
        problems = found.Of(source, compiler._compiled.Select(node => node.Source));
        return problems.Count > 0 ? null : root;
    }

    private SchemaNode CompileAll(SchemaSource source)
    {
        var root = _context.NodeOf(source);
        var scoped = 0;
        do
        {
            CompilePending();

            // A dynamic reference can lead to any dynamic anchor of a resource that the evaluation enters.
            for (; _context.HasDynamicReferences && scoped < _compiled.Count; scoped++)
                ScopeOf(_compiled[scoped].Source.Resource);
        }
        while (_context.HasPending);

        CycleFinder.Find(_compiled, _context.Problems);
        if (_context.HasDynamicReferences)
            SetScopes();
        CompileUnused();
        foreach (var node in _compiled)
            node.Link();
        return root;
    }

    private void CompilePending()
    {
        while (_context.TryTake(out var node))
        {
            _compiled.Add(node);
            CompileOne(node);
        }
    }

    /// <summary>
    /// Compiles the definitions that nothing refers to, so that their problems are found before their first use. Where their references
    /// lead does not matter until then.
    /// </summary>
    private void CompileUnused()
    {
        _context.IsUsed = false;
        for (var i = 0; i < _compiled.Count; i++)
        {
            foreach (var child in _compiled[i].Source.Children)
                _context.NodeOf(child);
            CompilePending();
        }
    }

    private void CompileOne(SchemaNode node)
    {
        var builder = new NodeBuilder(node) { AcceptsNull = _context.Options.HonorNullable && IsNullable(node.Source.Element) };
        if (node.Source.Element.ValueKind == JsonValueKind.False)
            builder.Admit(InstanceKinds.None, null);

        // The reader knows a keyword by its syntax alone, but each row of the draft table holds a whole keyword.
        foreach (var use in node.Source.Uses)
            ((Keyword)use.Row.Syntax).Compile(new KeywordSite(_context, node.Source, use), builder);
        builder.Complete();
    }

    private static bool IsNullable(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object
        && JsonProperties.TryGet(schema, "nullable"u8, out var nullable)
        && nullable.ValueKind == JsonValueKind.True;

    private void SetScopes()
    {
        foreach (var node in _compiled)
            node.Scope = ScopeOf(node.Source.Resource);
    }

    private DynamicScope ScopeOf(SchemaResource resource)
    {
        if (!_scopes.TryGetValue(resource, out var scope))
        {
            scope = new DynamicScope(
                resource.DynamicAnchors.ToDictionary(anchor => anchor.Key, anchor => _context.NodeOf(anchor.Value), StringComparer.Ordinal),
                resource.IsRecursiveAnchor ? _context.NodeOf(resource.Root) : null);
            _scopes.Add(resource, scope);
        }

        return scope;
    }
}
