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

    private readonly GeneratorRunResult _result;
    private readonly string[] _messages;

    public FuzzedDocument(int index, JsonText json, LanguageVersion language)
    {
        (Index, Json) = (index, json);
        var options = new GenerationOptions { Namespace = "Fuzz", Language = language };
        var file = new SpecText("x.json", json.ToString()) { ClassName = string.Create(CultureInfo.InvariantCulture, $"Api{index}") };
        _result = CSharpGeneratorDriver.Create([new RecoupGenerator().AsSourceGenerator()], [file], options.Parse, options)
            .RunGenerators(Empty).GetRunResult().Results[0];
        _messages = [.. _result.Diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
    }

    public int Index { get; }

    public JsonText Json { get; }

    /// <summary>The number of generated methods.</summary>
    public int Methods { get; private set; }

    /// <summary>The number of operations and parameters that are not generated and that a diagnostic names.</summary>
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
            if (!generated.TryGetValue((operation.Method, operation.Path), out var parameters))
            {
                if (!IsNamed(operation))
                    return $"expected {operation.Method} '{operation.Path}' as a method or in a diagnostic, got "
                        + $"'{string.Join("; ", _messages)}'";
                Named++;
                continue;
            }

            foreach (var parameter in operation.Parameters.Where(parameter => !parameters.Contains((parameter.Place, parameter.Name))))
            {
                if (!IsNamed(parameter))
                    return $"expected the parameter '{parameter}' of '{operation}' in its method or in a diagnostic, got "
                        + $"'{string.Join("; ", _messages)}'";
                Named++;
            }
        }

        return null;
    }

    private bool IsNamed(WalkedOperation operation) => _messages.Any(message =>
        operation.Pointers.Any(pointer => message.Contains(pointer + ": ", StringComparison.Ordinal))
        || (operation.Id is { Length: > 0 } id && message.Contains($"The operation {id} ", StringComparison.Ordinal))
        || message.Contains($"{operation.Method.ToLowerInvariant()} {operation.Path} ", StringComparison.Ordinal)
        || message.Contains($"{operation.Path} refers to ", StringComparison.Ordinal));

    private bool IsNamed(WalkedParameter parameter) =>
        (parameter.Place == "Header" && IgnoredHeaders.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
        || _messages.Any(message => message.Contains($"'{parameter.Name}'", StringComparison.Ordinal)
            || parameter.Pointers.Any(pointer => message.Contains(pointer + ": ", StringComparison.Ordinal))
            || message.Contains(" refers to '", StringComparison.Ordinal));

    // Reads the methods and paths in the generated code, and the parameters that each request sends.
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
            operations.Add((values["Method"], values["Path"]), [.. Sent(methods[field.Identifier.ValueText[2..]])]);
        }

        return operations;
    }

    private static IEnumerable<(string Place, string Name)> Sent(MethodDeclarationSyntax method) =>
        method.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call =>
                call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "__api" } })
            .Select(call => (
                ((MemberAccessExpressionSyntax)call.Expression).Name.ToString(), ValueOf(call.ArgumentList.Arguments[0].Expression)));

    private static string ValueOf(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax literal ? literal.Token.ValueText : "";
}
