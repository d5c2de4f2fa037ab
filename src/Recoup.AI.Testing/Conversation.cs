using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.AI.Testing;

/// <summary>What a model sees: the messages of a request, its options, and what the tools returned.</summary>
public sealed class Conversation
{
    internal Conversation(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        (Messages, Options) = (messages, options);
        Tools = new OfferedTools(this);
    }

    /// <summary>The messages, in their order.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>The options of the request, for example the tools that it offers; null if it has none.</summary>
    public ChatOptions? Options { get; }

    internal OfferedTools Tools { get; }

    /// <summary>Whether the last message has tool calls that wait for their results.</summary>
    internal bool IsWaiting => Messages is [.., var last] && last.Contents.OfType<FunctionCallContent>().Any();

    /// <summary>The result of the last call of an action's tool.</summary>
    /// <param name="action">The generated method itself, for example <c>YouTube.SearchVideos</c>.</param>
    /// <returns>The JSON that the model got.</returns>
    /// <exception cref="ArgumentException">The method is not a generated action.</exception>
    /// <exception cref="ScriptedChatException">The tool has returned nothing yet; the message shows the conversation.</exception>
    public JsonElement ResultOf(Delegate action) => ResultOf(GeneratedAction.SlugOf(action));

    /// <summary>The result of the last call of a tool.</summary>
    /// <param name="tool">The name of the tool, or the slug of its action.</param>
    /// <returns>The JSON that the model got.</returns>
    /// <exception cref="ScriptedChatException">The tool has returned nothing yet; the message shows the conversation.</exception>
    public JsonElement ResultOf(string tool)
    {
        var results = ResultsOf(tool);
        return results.Count > 0 ? results[^1] : throw Failure($"Expected a result of {tool}; there is none.");
    }

    /// <summary>The results of all calls of a tool, in the order of the calls.</summary>
    /// <param name="tool">The name of the tool, or the slug of its action.</param>
    public IReadOnlyList<JsonElement> ResultsOf(string tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        var name = Tools.NameOf(tool);
        var calls = Contents<FunctionCallContent>().Where(call => call.Name == name).Select(call => call.CallId).ToHashSet();
        return [.. Contents<FunctionResultContent>().Where(result => calls.Contains(result.CallId))
            .Select(result => ConversationText.Json(result.Result))];
    }

    /// <summary>The conversation as text, one line for each message, tool call and result. Long ones are cut.</summary>
    public override string ToString() => ConversationText.Of(this);

    /// <summary>Throws what a provider would refuse, and what the emulator complained about during a tool call.</summary>
    /// <exception cref="ScriptedChatException">A tool call has no result.</exception>
    /// <exception cref="RecoupEmulatorException">The emulator's complaint, for example about a call that strict mode refuses.</exception>
    internal void ThrowIfRefused()
    {
        var results = Contents<FunctionResultContent>().ToList();
        foreach (var complaint in results.Select(result => Complaint(result.Exception)).OfType<RecoupEmulatorException>())
            ExceptionDispatchInfo.Throw(complaint);

        var answered = results.Select(result => result.CallId).ToHashSet();
        if (Contents<FunctionCallContent>().FirstOrDefault(call => !answered.Contains(call.CallId)) is { } open)
        {
            throw Failure($"Expected a result for the tool call {open.CallId} of {open.Name}, because a provider refuses a history without "
                + "it; there is none.");
        }
    }

    internal ScriptedChatException Failure(string problem) => new($"{problem}\nThe conversation:\n{this}");

    private IEnumerable<T> Contents<T>()
        where T : AIContent => Messages.SelectMany(message => message.Contents).OfType<T>();

    private static RecoupEmulatorException? Complaint(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is RecoupEmulatorException complaint)
                return complaint;
        }

        return null;
    }
}
