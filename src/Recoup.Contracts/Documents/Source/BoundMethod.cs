using Recoup.Binding.Actions;
using Recoup.Binding.Api;
using Recoup.Binding.Types;

namespace Recoup.Contracts.Documents.Source;

/// <summary>A generated method with its class.</summary>
/// <param name="Class">The class.</param>
/// <param name="MethodName">The method.</param>
/// <param name="Parameters">What a call hands over, in the order of the method; constants are written for the caller.</param>
/// <param name="Result">What a call gives; null where there is nothing to read.</param>
/// <param name="Trailing">How many parameters follow that every method of the class has.</param>
internal sealed record BoundMethod(BoundClass Class, string MethodName, IReadOnlyList<MemberModel> Parameters, TypeUse? Result, int Trailing)
{
    /// <summary>The wire name of the parameter that takes members beside the described ones: half a surrogate pair, which no JSON name is.</summary>
    public const string AdditionalWireName = "\uD800";

    private const string BodyWireName = "body";

    private readonly Lazy<Dictionary<string, MemberModel>> _byWireName = new(() => Parameters.ToDictionary(parameter => parameter.WireName, StringComparer.Ordinal));

    public string Name => Class.Name + "." + MethodName;

    /// <summary>The parameter that writes a property; null where there is none.</summary>
    public MemberModel? Parameter(string wireName) => _byWireName.Value.GetValueOrDefault(wireName);

    public static BoundMethod Of(BoundClass @class, ActionModel action)
    {
        var parameters = action.Parameters.Where(parameter => parameter.Presence != MemberPresence.Constant).ToList();
        if (action.Additional is { } additional)
            parameters.Add(Member(AdditionalWireName, ActionModel.AdditionalName, new TypeUse(new MapTypeModel(additional), false, default), isRequired: false));
        return new BoundMethod(@class, action.MethodName, parameters, action.Result ?? new TypeUse(JsonTypeModel.Instance, false, default), Trailing: 0);
    }

    /// <summary>An operation: the body follows the parameters that are as required as it is, a cancellation token follows all.</summary>
    public static BoundMethod Of(BoundClass @class, ApiOperationModel operation)
    {
        var parameters = operation.Parameters.Select(parameter => Member(WireName(parameter.Place.ToString(), parameter.WireName), parameter.Name, parameter.Type, parameter.IsRequired));
        var all = operation.Body is { } body ? parameters.Append(Member(BodyWireName, body.Name, body.Type, body.IsRequired)) : parameters;
        return new BoundMethod(@class, operation.Name + "Async", [.. all.OrderByDescending(member => member.Presence == MemberPresence.Required)], operation.Result?.Type, Trailing: 1);
    }

    /// <summary>What tells a parameter of an operation: two may share a name when their places differ.</summary>
    public static string WireName(string place, string name) => place + " " + name;

    private static MemberModel Member(string wireName, string name, TypeUse type, bool isRequired) =>
        new(wireName, name, type, isRequired ? MemberPresence.Required : MemberPresence.Optional, DocumentationModel.None);
}
