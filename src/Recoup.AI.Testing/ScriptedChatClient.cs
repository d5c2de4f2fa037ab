using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Recoup.Typed;

namespace Recoup.AI.Testing;

/// <summary>
/// Plays the part of a model in tests of an agent: each request gets the next turn of a script. The agent, its loop of tool calls and
/// its tools are the real ones.
/// </summary>
/// <remarks>
/// <para>
/// The script fails where a provider would: if a tool is called that the request does not offer, if the arguments of a tool that is
/// declared <c>strict</c> do not match its schema, and if a tool call of the history has no result. It also fails if the emulator
/// complained during a tool call, for example in strict mode. Otherwise, the loop of tool calls would hide that from the test.
/// </para>
/// <para>Ids are numbered, so two runs give the same conversation. An instance plays one conversation and is not thread-safe.</para>
/// </remarks>
public sealed class ScriptedChatClient : IChatClient
{
    private const string Model = "scripted";

    private readonly List<Func<Conversation, ScriptedTurn>> _turns = [];
    private int _played;
    private int _calls;
    private Exception? _failure;

    /// <summary>The newest request, followed by the reply to it.</summary>
    public Conversation Conversation { get; private set; } = new([], options: null);

    /// <summary>Adds a turn in which the model writes a text. Without tool calls, this ends the loop of tool calls.</summary>
    public ScriptedChatClient Says(string text) => Add(new ScriptedTurn().Says(text));

    /// <summary>Adds a turn in which the model calls the tool of an action.</summary>
    /// <inheritdoc cref="ScriptedTurn.Calls{T}(ActionCall{T})"/>
    public ScriptedChatClient Calls<T>(ActionCall<T> call) => Add(new ScriptedTurn().Calls(call));

    /// <summary>Adds a turn in which the model calls the tool of an action with any arguments, for example wrong ones.</summary>
    /// <inheritdoc cref="ScriptedTurn.Calls(Delegate, string)"/>
    public ScriptedChatClient Calls(Delegate action, [StringSyntax(StringSyntaxAttribute.Json)] string arguments) =>
        Add(new ScriptedTurn().Calls(action, arguments));

    /// <summary>Adds a turn in which the model calls a tool.</summary>
    /// <inheritdoc cref="ScriptedTurn.Calls(string, string)"/>
    public ScriptedChatClient Calls(string tool, [StringSyntax(StringSyntaxAttribute.Json)] string arguments) =>
        Add(new ScriptedTurn().Calls(tool, arguments));

    /// <summary>Adds a turn of several parts, for example of a text and two tool calls.</summary>
    /// <param name="write">Writes the turn, at once.</param>
    public ScriptedChatClient Turn(Action<ScriptedTurn> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var turn = new ScriptedTurn();
        write(turn);
        return Add(turn);
    }

    /// <summary>Adds a turn that depends on the conversation, for example on the result of a tool call.</summary>
    /// <param name="write">Writes the turn when it is played. It may also contain assertions.</param>
    public ScriptedChatClient Turn(Action<ScriptedTurn, Conversation> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        _turns.Add(conversation =>
        {
            var turn = new ScriptedTurn();
            write(turn, conversation);
            return turn;
        });
        return this;
    }

    /// <summary>
    /// Plays the whole script with some tools, through the function-invoking client of Microsoft.Extensions.AI. For tests of tools. An
    /// agent gets this client in place of its model's.
    /// </summary>
    /// <param name="prompt">What the user asks for.</param>
    /// <param name="tools">The tools, for example of <c>client.AsTools(…)</c>.</param>
    /// <param name="cancellationToken">Ends the conversation.</param>
    /// <returns>All messages after the prompt.</returns>
    /// <exception cref="ScriptedChatException">The script was not played to its end, or failed as the remarks say.</exception>
    public async Task<ChatResponse> PlayAsync(string prompt, IEnumerable<AITool> tools, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tools);
        using var agent = this.AsBuilder().UseFunctionInvocation().Build();
        var options = new ChatOptions { Tools = [.. tools] };
        var response = await agent.GetResponseAsync(prompt, options, cancellationToken).ConfigureAwait(false);
        Verify();
        return response;
    }

    /// <summary>Throws unless the script was played to its end. If the agent hid a failure of the script, throws that again.</summary>
    /// <exception cref="ScriptedChatException">Some turns were not asked for; the message shows the conversation.</exception>
    public void Verify()
    {
        if (_failure is not null)
            throw new ScriptedChatException($"The script failed, and the agent went on. {_failure.Message}", _failure);
        if (_played < _turns.Count)
        {
            throw Conversation.Failure(FormattableString.Invariant(
                $"Expected the script to be played to its end, but the agent asked for {_played} of its {_turns.Count} turns."));
        }
    }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new ChatResponse(Play(messages, options))
        {
            ResponseId = $"response_{_played}",
            ModelId = Model,
            FinishReason = Conversation.IsWaiting ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
        });
    }

    /// <summary>Streams the turn: its text word by word, then each tool call.</summary>
    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in ScriptedStream.Of(response))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this
            : serviceKey is null && serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(Model, defaultModelId: Model)
            : null;
    }

    /// <summary>Does nothing. <see cref="Verify"/> checks the script.</summary>
    public void Dispose()
    {
    }

    private ScriptedChatClient Add(ScriptedTurn turn)
    {
        _turns.Add(_ => turn);
        return this;
    }

    private ChatMessage Play(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        Conversation = new([.. messages], options);
        try
        {
            Conversation.ThrowIfRefused();
            if (_played == _turns.Count)
            {
                throw Conversation.Failure(FormattableString.Invariant(
                    $"The script has {_turns.Count} turns, but the agent asked for another. Add a turn, or let the agent stop earlier."));
            }

            var reply = new ChatMessage(ChatRole.Assistant, Write(_turns[_played](Conversation)))
            {
                MessageId = FormattableString.Invariant($"message_{_played + 1}"),
            };
            _played++;
            Conversation = new([.. Conversation.Messages, reply], options);
            return reply;
        }
        catch (Exception failure)
        {
            _failure ??= failure;
            throw;
        }
    }

    private List<AIContent> Write(ScriptedTurn turn)
    {
        if (turn.Parts.Count == 0)
        {
            throw Conversation.Failure(
                FormattableString.Invariant($"Turn {_played + 1} of the script is empty. Let it say or call something."));
        }

        return [.. turn.Parts.Select(part => part is ScriptedCall call
            ? Conversation.Tools.Call(call, FormattableString.Invariant($"call_{++_calls}"))
            : (AIContent)new TextContent((string)part))];
    }
}
