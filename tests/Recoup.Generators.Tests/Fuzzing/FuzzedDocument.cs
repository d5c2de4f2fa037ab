using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>A hostile OpenAPI document and its generated class.</summary>
internal sealed class FuzzedDocument
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Empty");

    // OpenAPI 3.1, section 4.8.12: header parameters with these names are ignored. The client sends the credential.
    private static readonly string[] IgnoredHeaders = ["Accept", "Content-Type", "Authorization", HostileDocuments.KeyHeader];

    // Invalid parts, references without a target, values that are nested too deeply, parameters, operations.
    private static readonly string[] LeavingOut = ["RCP0012", "RCP0013", "RCP0016", "RCP0032", "RCP0033"];

    private readonly GeneratorRunResult _result;
    private readonly string[] _messages;
    private readonly ILookup<string, int> _starts;
    private readonly HashSet<int> _leftOut;

    public FuzzedDocument(int index, JsonText json, LanguageVersion language)
    {
        (Index, Json) = (index, json);
        var options = new GenerationOptions { Namespace = "Fuzz", Language = language };
        var file = new SpecText("x.json", json.ToString()) { ClassName = string.Create(CultureInfo.InvariantCulture, $"Api{index}") };
        _result = CSharpGeneratorDriver.Create([new RecoupGenerator().AsSourceGenerator()], [file], options.Parse, options)
            .RunGenerators(Empty).GetRunResult().Results[0];
        _starts = json.Places().ToLookup(place => DocumentWalk.WellFormed(place.Pointer), place => place.Start);
        _leftOut = [.. _result.Diagnostics.Where(diagnostic => LeavingOut.Contains(diagnostic.Id))
            .Select(diagnostic => diagnostic.Location.SourceSpan.Start)];
        _messages = [.. _result.Diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
    }

    public int Index { get; }

    public JsonText Json { get; }

    /// <summary>The number of generated methods.</summary>
    public int Methods { get; private set; }

    /// <summary>The number of operations and their parts that are not generated and that a diagnostic names.</summary>
    public int Named { get; private set; }

    /// <summary>The findings about documents that are compiled together. A document with a finding skips the remaining checks.</summary>
    public static IReadOnlyList<(FuzzedDocument Document, string What)> Findings(IReadOnlyList<FuzzedDocument> documents)
    {
        var findings = documents.Select(document => (document, What: document.Finding()))
            .Where(finding => finding.What is not null).Select(finding => (finding.document, finding.What!)).ToList();
        var owners = documents.Except(findings.Select(finding => finding.document))
            .SelectMany(document => document._result.GeneratedSources.Select(source => (source.SyntaxTree, document)))
            .ToDictionary(pair => pair.SyntaxTree, pair => pair.document);
        findings.AddRange(Generation.Compile(owners.Keys, new GenerationOptions())
            .Emit(Stream.Null, xmlDocumentationStream: Stream.Null).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .GroupBy(diagnostic => owners[diagnostic.Location.SourceTree!])
            .Select(group => (group.Key, group.First() + "\n" + LineOf(group.First()))));
        return findings;
    }

    private static string LineOf(Diagnostic diagnostic)
    {
        var text = diagnostic.Location.SourceTree!.GetText();
        return text.Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
    }

    private string? Finding()
    {
        if (_result.Exception is { } exception)
            return exception.ToString();
        if (_result.Diagnostics.FirstOrDefault(diagnostic => !diagnostic.Id.StartsWith("RCP", StringComparison.Ordinal)) is { } foreign)
            return foreign.ToString();
        if (_messages.FirstOrDefault(message => message.Contains("Exception", StringComparison.Ordinal)
            || message.Contains("Object reference", StringComparison.Ordinal)) is { } raw)
            return "expected no text of an exception, got " + raw;
        if (_result.Diagnostics.FirstOrDefault(diagnostic => !diagnostic.Location.IsInSource
            && diagnostic.Location.GetLineSpan() is not { Path: "x.json" }) is { } lost)
            return "expected a place, got " + lost;
        if (_result.GeneratedSources.Length == 0)
            return HostileDocuments.IsOfKnownVersion(Json) ? "expected a class, got " + string.Join("; ", _messages) : null;
        return Lost();
    }

    private string? Lost()
    {
        var generated = GeneratedOperations();
        Methods = generated.Count;
        foreach (var operation in DocumentWalk.Operations(Json))
        {
            if (!generated.TryGetValue((operation.Method, operation.Path), out var parts))
            {
                if (!IsNamed(operation.Pointers))
                    return $"expected {operation.Method} '{operation.Path}' as a method or in a diagnostic, got "
                        + $"'{string.Join("; ", _messages)}'";
                Named++;
                continue;
            }

            foreach (var part in operation.Parts.Where(part => !parts.Contains((part.Place, part.Name)) && !IsIgnored(part)))
            {
                if (!IsNamed(part.Pointers))
                    return $"expected the part '{part}' of '{operation}' in its method or in a diagnostic, got "
                        + $"'{string.Join("; ", _messages)}'";
                Named++;
            }
        }

        return null;
    }

    private static bool IsIgnored(WalkedPart part) =>
        part.Place == "Header" && IgnoredHeaders.Contains(part.Name, StringComparer.OrdinalIgnoreCase);

    // A diagnostic names what it leaves out by its place.
    private bool IsNamed(string[] pointers) => pointers.Any(pointer => _starts[pointer].Any(_leftOut.Contains));

    // Reads the methods and paths in the generated code, and the parts of each request.
    private Dictionary<(string Method, string Path), HashSet<(string Place, string Name)>> GeneratedOperations()
    {
        var requests = _result.GeneratedSources.Single().SyntaxTree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
            .First(type => type.Identifier.ValueText == "Requests");
        var methods = requests.Members.OfType<MethodDeclarationSyntax>().ToDictionary(method => method.Identifier.ValueText);
        var operations = new Dictionary<(string Method, string Path), HashSet<(string Place, string Name)>>();
        foreach (var field in requests.Members.OfType<FieldDeclarationSyntax>().Select(field => field.Declaration.Variables.Single()))
        {
            var values = field.DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .Where(assignment => assignment is { Left: IdentifierNameSyntax, Right: LiteralExpressionSyntax })
                .ToDictionary(assignment => assignment.Left.ToString(), assignment => ValueOf(assignment.Right));
            operations.Add((values["Method"], values["Path"]), [.. PartsOf(methods[field.Identifier.ValueText[2..]])]);
        }

        return operations;
    }

    private static IEnumerable<(string Place, string Name)> PartsOf(MethodDeclarationSyntax method)
    {
        // A request with a result has a function that reads it.
        if (method.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().First().ArgumentList!.Arguments.Count == 2)
            yield return ("Result", "");
        foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "__api" } } sent)
                yield return (sent.Name.ToString(), ValueOf(call.ArgumentList.Arguments[0].Expression));
        }
    }

    private static string ValueOf(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax literal ? literal.Token.ValueText : "";
}
