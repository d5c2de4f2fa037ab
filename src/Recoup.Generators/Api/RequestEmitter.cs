using System.Globalization;
using Recoup.Binding.Api;
using Recoup.Binding.Types;
using Recoup.Catalogs.Spec;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Api;

/// <summary>Emits the request of an operation: its parameters, its JSON body, and how its JSON response is read.</summary>
internal static class RequestEmitter
{
    public static void Emit(SourceWriter writer, TypeSyntax types, ApiOperationModel operation)
    {
        EmitOperation(writer, operation);
        writer.Line();

        var result = operation.Result is { } read ? types.Of(read.Type) : TypedNames.JsonElement;
        writer.Open($"internal static {TypedNames.ApiRequest}<{result}> {operation.Name}({string.Join(
            ", ", OperationEmitter.Declarations(types, operation)).Replace(" = null", "")})");
        var reader = operation.Result is { } answer ? ", " + new ReadEmitter(types).Function(answer.Type) : "";
        writer.Line($"var __api = new {TypedNames.ApiRequest}<{result}>({Field(operation)}{reader});");
        for (var i = 0; i < operation.Parameters.Count; i++)
            EmitParameter(writer, types, operation.Parameters[i], "__given" + (i + 1).ToString(CultureInfo.InvariantCulture));
        if (operation.Body is { } body)
            EmitBody(writer, types, body);
        writer.Line("return __api;").Close();
    }

    private static void EmitOperation(SourceWriter writer, ApiOperationModel operation)
    {
        writer.Line($"private static readonly {TypedNames.OperationInfo} {Field(operation)} = new {TypedNames.OperationInfo}").OpenBrace();
        writer.Line($"Id = {Literal.Text(operation.Id)},")
            .Line($"Method = {Literal.Text(operation.Method)},")
            .Line($"Path = {Literal.Text(operation.Path)},");
        if (operation.ApiKeyHeader is { } header)
            writer.Line($"ApiKeyHeader = {Literal.Text(header)},");
        if (operation.TakesAccessToken)
            writer.Line("TakesAccessToken = true,");
        writer.Line("Statuses = new global::System.Collections.Generic.Dictionary<int, string>").OpenBrace();
        foreach (var status in operation.Statuses)
        {
            if (int.TryParse(status.Status, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                writer.Line($"[{number.ToString(CultureInfo.InvariantCulture)}] = {Literal.Text(status.Description)},");
        }

        writer.Close(",").Close(";");
    }

    private static void EmitParameter(SourceWriter writer, TypeSyntax types, ApiParameterModel parameter, string given)
    {
        var name = Keyword.Escape(parameter.Name);
        var access = name;
        if (!parameter.IsRequired)
        {
            access = given;
            writer.Open($"if ({name} is {WriteEmitter.Given(parameter.Type.Type)} {access})");
        }
        else if (types.IsReference(parameter.Type.Type) || parameter.Type.Type is ScalarUnionTypeModel)
        {
            writer.Open(types.IsReference(parameter.Type.Type) ? $"if ({name} is null)" : $"if ({name}.IsNull)")
                .Line($"throw new global::System.ArgumentNullException({Literal.Text(parameter.Name)});").Close();
        }

        var wireName = Literal.Text(parameter.WireName);
        if (parameter.Type.Type is ListTypeModel { Item: var item })
        {
            if (parameter is { Place: ApiParameterPlace.Query, Explode: true })
            {
                writer.Open($"foreach (var __item in {access})").Line($"__api.Query({wireName}, {Text(item.Type, "__item")});").Close();
            }
            else
            {
                writer.Line(
                    $"__api.{parameter.Place}({wireName}, string.Join(\",\", global::System.Linq.Enumerable.Select({access}, static "
                        + $"__item => {Text(item.Type, "__item")})));");
            }
        }
        else
        {
            writer.Line($"__api.{parameter.Place}({wireName}, {Text(parameter.Type.Type, access)});");
        }

        if (!parameter.IsRequired)
            writer.Close();
    }

    private static void EmitBody(SourceWriter writer, TypeSyntax types, ApiBodyModel body)
    {
        var access = body.Name;
        if (!body.IsRequired)
        {
            access = "__body";
            writer.Open($"if ({body.Name} is {WriteEmitter.Given(body.Type.Type)} {access})");
        }
        else if (!body.Type.IsNullable && types.IsReference(body.Type.Type))
        {
            writer.Open($"if ({body.Name} is null)");
            writer.Line($"throw new global::System.ArgumentNullException({Literal.Text(body.Name)});").Close();
        }

        writer.Line("__api.Json(__writer =>").OpenBrace();
        if (body is { IsRequired: true, Type.IsNullable: true })
            new WriteEmitter(writer, body.Name).ValueOrNull(body.Type, access);
        else
            new WriteEmitter(writer, body.Name).NotNull(body.Type, access);
        writer.Close(");");
        if (!body.IsRequired)
            writer.Close();
    }

    // No local variable of a request begins like this: an operation can be called "given1".
    private static string Field(ApiOperationModel operation) => "__operation_" + operation.Name;

    private static string Text(TypeModel type, string access) =>
        type is DeclaredTypeModel ? access + ".ToString()" : $"{TypedNames.ParameterText}.Of({access})";
}
