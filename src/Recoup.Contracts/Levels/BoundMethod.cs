using Recoup.Binding.Actions;
using Recoup.Binding.Types;

namespace Recoup.Contracts.Levels;

/// <summary>A generated method with its class.</summary>
internal sealed record BoundMethod(ConnectorModel Connector, ActionModel Action, IReadOnlyDictionary<string, DeclarationModel> Declarations)
{
    private readonly Lazy<Dictionary<string, MemberModel>> _byWireName = new(() => Action.Parameters.Where(parameter => parameter.Presence != MemberPresence.Constant)
        .ToDictionary(parameter => parameter.WireName, StringComparer.Ordinal));

    public string Name => Connector.ClassName + "." + Action.MethodName;

    /// <summary>What a call hands over; constants are written for the caller.</summary>
    public IReadOnlyList<MemberModel> Parameters { get; } = [.. Action.Parameters.Where(parameter => parameter.Presence != MemberPresence.Constant)];

    /// <summary>The parameter that writes a property; null where there is none.</summary>
    public MemberModel? Parameter(string wireName) => _byWireName.Value.GetValueOrDefault(wireName);
}
