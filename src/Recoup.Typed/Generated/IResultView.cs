using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>A generated view of a part of a result. Called by generated code.</summary>
/// <typeparam name="TSelf">The type of the view.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1033", Justification = "Only the library calls the default members; generated types stay small.")]
public interface IResultView<TSelf> : IPayloadView
    where TSelf : ResultView, IResultView<TSelf>, new()
{
    JsonConverter IPayloadView.CreateConverter() => new ViewConverter<TSelf>();

    JsonConverter IPayloadView.CreateCallConverter() =>
        new ActionCallConverter<TSelf>(static envelope => ResultView.Of<TSelf>(envelope.Payload));
}
