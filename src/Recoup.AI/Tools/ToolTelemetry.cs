using System.Diagnostics;

namespace Recoup.AI.Tools;

/// <summary>
/// The trace of one call of a tool, after OpenTelemetry's semantic conventions for generative AI: a span <c>execute_tool</c>. If a chat
/// client has started one, the tool adds its attributes to that. Arguments and results are in none of them.
/// </summary>
internal sealed class ToolTelemetry : IDisposable
{
    /// <summary>The name of the <see cref="ActivitySource"/>.</summary>
    public const string Name = "Recoup.AI";

    private const string OperationName = "execute_tool";
    private const string SlugTag = "recoup.action.slug";

    private static readonly ActivitySource Source = new(Name);

    private readonly Activity? _own;
    private readonly Activity? _activity;

    private ToolTelemetry(Activity? own, Activity? activity) => (_own, _activity) = (own, activity);

    public static ToolTelemetry Start(ActionTool tool)
    {
        if (Activity.Current is { } current && current.OperationName.StartsWith(OperationName, StringComparison.Ordinal))
        {
            current.SetTag(SlugTag, tool.Slug);
            return new ToolTelemetry(own: null, current);
        }

        var own = Source.StartActivity($"{OperationName} {tool.Name}", ActivityKind.Internal);
        if (own is { IsAllDataRequested: true })
        {
            own.SetTag("gen_ai.operation.name", OperationName);
            own.SetTag("gen_ai.tool.name", tool.Name);
            own.SetTag("gen_ai.tool.type", "function");
            own.SetTag(SlugTag, tool.Slug);
        }

        return new ToolTelemetry(own, own);
    }

    public void Ended(ToolResult result)
    {
        if (result.Error is { } code)
            SetError(code);
    }

    public void Failed(Exception exception) => SetError(exception.GetType().FullName!);

    public void Dispose() => _own?.Dispose();

    private void SetError(string type)
    {
        _activity?.SetTag("error.type", type);
        _activity?.SetStatus(ActivityStatusCode.Error);
    }
}
