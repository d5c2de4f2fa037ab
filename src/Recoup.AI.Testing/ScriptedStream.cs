using Microsoft.Extensions.AI;

namespace Recoup.AI.Testing;

/// <summary>Splits a reply into updates, as a provider streams it.</summary>
internal static class ScriptedStream
{
    public static IEnumerable<ChatResponseUpdate> Of(ChatResponse response)
    {
        var message = response.Messages[0];
        foreach (var content in message.Contents.SelectMany(Split))
        {
            yield return new ChatResponseUpdate(message.Role, [content])
            {
                ResponseId = response.ResponseId,
                MessageId = message.MessageId,
                ModelId = response.ModelId,
            };
        }

        yield return new ChatResponseUpdate(message.Role, [])
        {
            ResponseId = response.ResponseId,
            MessageId = message.MessageId,
            ModelId = response.ModelId,
            FinishReason = response.FinishReason,
        };
    }

    private static IEnumerable<AIContent> Split(AIContent content)
    {
        if (content is not TextContent { Text: var text })
        {
            yield return content;
            yield break;
        }

        for (var start = 0; start < text.Length;)
        {
            var space = text.IndexOf(' ', start);
            var end = space < 0 ? text.Length : space + 1;
            yield return new TextContent(text[start..end]);
            start = end;
        }
    }
}
