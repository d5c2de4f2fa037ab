using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recoup.Architecture.Tests;

/// <summary>One file of a project that uses a member declared in another one.</summary>
/// <param name="From">The using file, relative to the project.</param>
/// <param name="To">The declaring file, relative to the project.</param>
/// <param name="Example">The first use found: symbol and line.</param>
internal sealed record SourceArrow(string From, string To, string Example)
{
    public string FromFolder => FolderOf(From);

    public string ToFolder => FolderOf(To);

    // The project's own folder is a folder like the others.
    private static string FolderOf(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder.Replace('\\', '/') : ".";
}

/// <summary>
/// Which source file of a project uses which other one, as the compiler resolves the names: types, members, constructors, operators and
/// conversions. Assemblies cannot show this, because constants leave no trace in them.
/// </summary>
internal static class SourceGraph
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    public static IReadOnlyList<SourceArrow> Of(string project)
    {
        var root = Path.Combine(TestData.Repository, "src", project);
        var files = SourceFiles(root).ToList();
        var definition = File.ReadAllText(Path.Combine(root, project + ".csproj"));
        var isStandard = definition.Contains("netstandard2.0", StringComparison.Ordinal);
        var parse = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: isStandard ? ["NETSTANDARD2_0"] : ["NET"]);
        var linksRecordings = definition.Contains("../Recordings/", StringComparison.Ordinal);
        var shared = Linked("Platform", isStandard).Concat(Linked("Recordings", linksRecordings));
        var compilation = CSharpCompilation.Create(
            project,
            [
                .. files.Concat(shared).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), parse, file)),
                CSharpSyntaxTree.ParseText(ImplicitUsings, parse),
            ],
            References.Where(reference =>
                Path.GetFileNameWithoutExtension(reference.Display) is var name && name != project && name != "recoup"),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

        var own = files.ToHashSet(StringComparer.Ordinal);

        // To ask for the conversion of each expression takes long, and few projects declare one.
        var converts = compilation.SyntaxTrees.Any(tree => tree.GetRoot()
            .DescendantNodes(node => node is not BaseMethodDeclarationSyntax)
            .OfType<ConversionOperatorDeclarationSyntax>()
            .Any());
        return
        [
            .. compilation.SyntaxTrees.Where(tree => own.Contains(tree.FilePath))
                .SelectMany(tree => Uses(compilation.GetSemanticModel(tree), converts)
                .SelectMany(use => use.Symbol.OriginalDefinition.DeclaringSyntaxReferences
                    .Where(declaration => declaration.SyntaxTree != tree && own.Contains(declaration.SyntaxTree.FilePath))
                    .Select(declaration => (Use: use, To: declaration.SyntaxTree.FilePath)))
                .DistinctBy(arrow => arrow.To)
                .Select(arrow => new SourceArrow(
                    Path.GetRelativePath(root, tree.FilePath), Path.GetRelativePath(root, arrow.To), Describe(arrow.Use)))),
        ];
    }

    private static IEnumerable<string> Linked(string folder, bool isLinked) =>
        isLinked ? SourceFiles(Path.Combine(TestData.Repository, "src", folder)) : [];

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static IEnumerable<string> SourceFiles(string folder) => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<(ISymbol Symbol, SyntaxNode Node)> Uses(SemanticModel model, bool converts) =>
        from node in model.SyntaxTree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax)
        from symbol in SymbolsOf(model, node, converts)
        where symbol is INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol
        select (symbol, node);

    private static IEnumerable<ISymbol?> SymbolsOf(SemanticModel model, SyntaxNode node, bool converts)
    {
        if (node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax)
        {
            var info = model.GetSymbolInfo(node);
            yield return info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        }

        if (converts && node is ExpressionSyntax expression and not NameSyntax
            && model.GetConversion(expression) is { IsUserDefined: true } conversion)
            yield return conversion.MethodSymbol;
    }

    private static string Describe((ISymbol Symbol, SyntaxNode Node) use) =>
        $"{use.Symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)} in line "
            + $"{use.Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
