using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Recoup.Recordings;

/// <summary>Characters that look random and depend on a key and a value alone.</summary>
internal sealed class RandomCharacters
{
    // A long value needs no more: only its shape matters.
    private const int MaxBlocks = 64;

    private readonly byte[] _key;
    private readonly byte[] _value;
    private byte[] _block = [];
    private int _blocks;
    private int _used;

    public RandomCharacters(byte[] key, string value, int attempt)
    {
        _key = key;
        _value = new byte[8 + SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(value), _value.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(_value.AsSpan(4), attempt);
    }

    public int Next(int bound)
    {
        var (high, low) = (NextByte(), NextByte());
        return ((high << 8) | low) % bound;
    }

    public char Digit() => (char)('0' + Next(10));

    private byte NextByte()
    {
        if (_used == _block.Length)
        {
            BinaryPrimitives.WriteInt32LittleEndian(_value, _blocks++ % MaxBlocks);
            _block = HMACSHA256.HashData(_key, _value);
            _used = 0;
        }

        return _block[_used++];
    }
}
