using Recoup.Binding.Actions;
using Recoup.Binding.Api;
using Recoup.Binding.Types;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Wire;

namespace Recoup.Contracts.Documents.Source;

/// <summary>A generated method and its class.</summary>
/// <param name="Class">The class of the method.</param>
/// <param name="MethodName">The name of the method.</param>
/// <param name="Parameters">The parameters of the method, in order, without constants.</param>
/// <param name="Result">The type of the result; null if there is none.</param>
/// <param name="Trailing">The number of trailing parameters that every method of the class has.</param>
internal sealed record BoundMethod(
    BoundClass Class, string MethodName, IReadOnlyList<MemberModel> Parameters, TypeUse? Result, int Trailing)
{
    /// <summary>The wire name of the parameter for additional properties: a lone surrogate, which no JSON name contains.</summary>
    public const string AdditionalWireName = "\uD800";

    private const string BodyWireName = "body";

    private readonly Lazy<Dictionary<string, MemberModel>> _byWireName = new(() =>
        Parameters.ToDictionary(parameter => parameter.WireName, StringComparer.Ordinal));

    public string Name => Class.Name + "." + MethodName;

    /// <summary>The parameter that writes a property, or null.</summary>
    public MemberModel? Parameter(string wireName) => _byWireName.Value.GetValueOrDefault(wireName);

    public static BoundMethod Of(BoundClass @class, ActionModel action)
    {
        var parameters = action.Parameters.Where(parameter => parameter.Presence != MemberPresence.Constant).ToList();
        if (action.Additional is { } additional)
            parameters.Add(Member(
                AdditionalWireName,
                ActionModel.AdditionalName,
                new TypeUse(new MapTypeModel(additional), false, default),
                isRequired: false));
        return new BoundMethod(
            @class, action.MethodName, parameters, action.Result ?? new TypeUse(JsonTypeModel.Instance, false, default), Trailing: 0);
    }

    /// <summary>
    /// The method of an operation: required parameters come first, the body follows the parameters of its kind, and a cancellation token
    /// comes last.
    /// </summary>
    public static BoundMethod Of(BoundClass @class, ApiOperationModel operation)
    {
        var path = PathShape.Of(operation.Path);
        var parameters = operation.Parameters.Select(parameter => Member(
            ParameterKey.Of(parameter.Place, parameter.WireName, path),
            parameter.Name,
            parameter.Type with { IsNullable = false },
            parameter.IsRequired));
        var all = operation.Body is { } body ? parameters.Append(Member(BodyWireName, body.Name, body.Type, body.IsRequired)) : parameters;
        return new BoundMethod(
            @class,
            operation.Name + "Async",
            [.. all.OrderByDescending(member => member.Presence == MemberPresence.Required)],
            operation.Result?.Type,
            Trailing: 1);
    }

    /// <summary>The path of a parameter of any method.</summary>
    public string ValueOf(MemberModel parameter) => Trailing > 0 ? ValueOfOperation(parameter) : ValueOfAction(parameter);

    /// <summary>The path of a parameter of an action.</summary>
    public static string ValueOfAction(MemberModel parameter) => parameter.WireName == AdditionalWireName
        ? ValuePath.Rest(ValuePath.Parameters)
        : ValuePath.Property(ValuePath.Parameters, parameter.WireName);

    /// <summary>The path of a parameter or body of an operation.</summary>
    public static string ValueOfOperation(MemberModel parameter) => parameter.WireName == BodyWireName
        ? ValuePath.Body
        : ValuePath.Parameter(parameter.WireName);

    private static MemberModel Member(string wireName, string name, TypeUse type, bool isRequired) =>
        new(wireName, name, type, isRequired ? MemberPresence.Required : MemberPresence.Optional, DocumentationModel.None);
}
