using Recoup.Binding.Actions;
using Recoup.Binding.Api;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>The surface of a generated class.</summary>
/// <param name="Name">The class.</param>
/// <param name="Receiver">The receiver of a method call.</param>
/// <param name="Methods">The methods.</param>
/// <param name="Types">The declared types, and whether they are written, read or both.</param>
/// <param name="Written">The C# types of arguments.</param>
/// <param name="Read">The C# types of results.</param>
internal sealed record PinnedSurface(
    string Name, string Receiver, IReadOnlyList<PinnedMethod> Methods,
     IReadOnlyDictionary<string, (DeclarationModel Declaration, bool IsWritten, bool IsRead)> Types, PinnedTypes Written, PinnedTypes Read)
{
    public static IEnumerable<PinnedSurface> OfCatalog(string json)
    {
        var plan = CatalogPlan.Of([new CatalogSelection("catalog.json", new(RecoupCatalog.Parse(json).Actions), default, default)]);
        foreach (var connector in plan.Connectors.Select(connector => ConnectorBinder.Bind(connector).Model))
        {
            var (written, read) = (TypeSyntax.WithNodes(connector.ClassName), TypeSyntax.WithElements(connector.ClassName));
            yield return new PinnedSurface(
                connector.ClassName,
                connector.ClassName,
                [.. connector.Actions.Select(action => new PinnedMethod(
                    action.Slug,
                    action.MethodName,
                    [.. Parameters(action)],
                    $"Recoup.Typed.ActionCall<{(action.Result is { } use ? read.Of(use) : TypedNames.JsonElement)}>",
                    action.Result))],
                connector.Declarations.ToDictionary(
                    declaration => declaration.Name,
                    declaration => (declaration, declaration is not ViewDeclarationModel, declaration is ViewDeclarationModel)),
                new PinnedTypes(written.Bare, written.Of, written.Of),
                new PinnedTypes(read.Bare, read.Of, read.Of));
        }
    }

    public static PinnedSurface OfSpec(string json, string className)
    {
        var api = ApiBinder.Bind(ApiSpec.Parse(json), className).Model;
        var types = TypeSyntax.WithElements(className);
        var pinned = new PinnedTypes(types.Bare, types.Of, types.Of);
        return new PinnedSurface(
            className,
            "api",
            [.. api.Operations.Select(operation => new PinnedMethod(
                $"{operation.Method} {operation.Path}",
                operation.Name + "Async",
                [.. Parameters(operation)],
                operation.Result is { } result ? $"System.Threading.Tasks.Task<{types.Of(result.Type)}>" : "System.Threading.Tasks.Task",
                operation.Result?.Type))],
            api.Types.ToDictionary(type => type.Declaration.Name, type => (type.Declaration, type.IsWritten, type.IsRead)),
            pinned,
            pinned);
    }

    private static IEnumerable<MemberModel> Parameters(ActionModel action)
    {
        var parameters = action.Parameters.Where(parameter => parameter.Presence != MemberPresence.Constant);
        return action.Additional is { } additional
            ? parameters.Append(new MemberModel(
                "",
                ActionModel.AdditionalName,
                new TypeUse(new MapTypeModel(additional), false, default),
                MemberPresence.Optional,
                DocumentationModel.None))
            : parameters;
    }

    private static IEnumerable<MemberModel> Parameters(ApiOperationModel operation)
    {
        // A parameter outside the body has no null.
        var parameters = operation.Parameters.Select(parameter =>
            (parameter.Name, Type: parameter.Type with { IsNullable = false }, parameter.IsRequired));
        if (operation.Body is { } body)
            parameters = parameters.Append((body.Name, body.Type, body.IsRequired));
        return parameters.OrderByDescending(parameter => parameter.IsRequired).Select(parameter => new MemberModel(
            "", parameter.Name, parameter.Type, parameter.IsRequired ? MemberPresence.Required : MemberPresence.Optional,
             DocumentationModel.None));
    }
}
