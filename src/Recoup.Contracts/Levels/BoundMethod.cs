using Recoup.Binding.Actions;
using Recoup.Binding.Types;

namespace Recoup.Contracts.Levels;

/// <summary>A generated method with its class.</summary>
internal sealed record BoundMethod(ConnectorModel Connector, ActionModel Action, IReadOnlyDictionary<string, DeclarationModel> Declarations)
{
    public string Name => Connector.ClassName + "." + Action.MethodName;

    /// <summary>What a call hands over; constants are written for the caller.</summary>
    public IReadOnlyList<MemberModel> Parameters { get; } = [.. Action.Parameters.Where(parameter => parameter.Presence != MemberPresence.Constant)];
}
