using Recoup.Binding.Api;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Api;

/// <summary>Emits the method of an operation.</summary>
internal static class OperationEmitter
{
    public static void EmitMethod(SourceWriter writer, TypeSyntax types, ApiOperationModel operation)
    {
        Describe(writer, operation);
        if (operation.IsDeprecated)
            writer.Line($"[global::System.Obsolete({Literal.Text($"The OpenAPI document marks {operation.Id} as deprecated.")})]");
        var result = operation.Result is { } read ? $"<{types.Of(read.Type)}>" : "";
        var declarations = Declarations(types, operation)
            .Append("global::System.Threading.CancellationToken cancellationToken = default")
            .ToArray();
        writer.Line($"public global::System.Threading.Tasks.Task{result} {operation.Name}Async(").Indent();
        for (var i = 0; i < declarations.Length; i++)
            writer.Line(declarations[i] + (i < declarations.Length - 1 ? "," : ") =>"));
        writer.Line($"this.__client.SendAsync(Requests.{operation.Name}({string.Join(", ", Names(operation))}), cancellationToken);")
            .Outdent();
    }

    /// <summary>Returns the parameter declarations, required parameters first.</summary>
    public static IEnumerable<string> Declarations(TypeSyntax types, ApiOperationModel operation)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.IsRequired))
            yield return $"{types.Bare(parameter.Type.Type)} {Keyword.Escape(parameter.Name)}";
        if (operation.Body is { IsRequired: true } body)
            yield return $"{types.Of(body.Type)} {body.Name}";
        foreach (var parameter in operation.Parameters.Where(parameter => !parameter.IsRequired))
            yield return $"{types.Bare(parameter.Type.Type)}? {Keyword.Escape(parameter.Name)} = null";
        if (operation.Body is { IsRequired: false } optional)
            yield return $"{types.Bare(optional.Type.Type)}? {optional.Name} = null";
    }

    private static IEnumerable<string> Names(ApiOperationModel operation)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.IsRequired))
            yield return Keyword.Escape(parameter.Name);
        if (operation.Body is { IsRequired: true } body)
            yield return body.Name;
        foreach (var parameter in operation.Parameters.Where(parameter => !parameter.IsRequired))
            yield return Keyword.Escape(parameter.Name);
        if (operation.Body is { IsRequired: false } optional)
            yield return optional.Name;
    }

    private static void Describe(SourceWriter writer, ApiOperationModel operation)
    {
        Documentation.Summary(writer, operation.Description.Trim() is { Length: > 0 } description ? description : operation.Id);
        Documentation.Remarks(writer, $"{operation.Id}: {operation.Method} {operation.Path}");
        foreach (var parameter in operation.Parameters)
        {
            Documentation.Parameter(
                writer,
                parameter.Name,
                (parameter.Description.Trim() is { Length: > 0 } text ? text : parameter.WireName)
                    + (parameter.IsDeprecated ? "\n" + Deprecation.Note : ""));
        }

        if (operation.Body is { } body)
            Documentation.Parameter(writer, body.Name, body.Description.Trim() is { Length: > 0 } text ? text : "The request body.");
        writer.Xml("<param name=\"cancellationToken\">Cancels the request. The server may still have processed it.</param>");
        Documentation.Returns(
            writer,
            operation.Result?.Description.Trim() is { Length: > 0 } result
                ? result
                : "A task that completes when the server has responded.");
        foreach (var status in operation.Statuses.Where(status => status.Status[0] != '2'))
            Documentation.Exception(writer, TypedNames.ExceptionOf(status.Status), $"{status.Status}: {status.Description}");
    }
}
