using Token = Recoup.Catalogs.Json.PositionedJson.Token;

namespace Recoup.Catalogs.Json;

/// <summary>
/// A growing list of tokens. Its array is used as it is afterwards: copying the tokens of a large text would take longer than a canceled
/// step may run.
/// </summary>
internal sealed class TokenList(int capacity)
{
    private Token[] _items = new Token[capacity];

    public int Count { get; private set; }

    /// <summary>The containers that were emptied, because they cross <see cref="PositionedJson.MaxDepth"/>, in order.</summary>
    public List<int> Pruned { get; } = [];

    /// <summary>The containers that an error closed.</summary>
    public HashSet<int> Cut { get; } = [];

    public ref Token this[int index] => ref _items[index];

    public void Add(Token token)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count + (Count / 2) + 1);
        _items[Count++] = token;
    }

    public void RemoveLast() => Count--;

    /// <summary>The tokens, and unused items behind them; no items if there are no tokens.</summary>
    public Token[] ToItems() => Count == 0 ? [] : _items;
}
