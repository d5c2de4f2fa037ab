using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Recoup.Emulator.Core.State;

/// <summary>Derives ids from a hash of seed, kind and name. They look random and are equal in every run.</summary>
internal sealed class SeededIds(int seed)
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public Guid Guid(string kind, string name)
    {
        var bytes = Hash(kind, name).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Creates twenty letters and digits.</summary>
    public string Token(string kind, string name) => string.Create(20, Hash(kind, name), static (text, hash) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = Alphabet[hash[i] & 31];
    });

    public int Number(string kind, string name) => BinaryPrimitives.ReadInt32BigEndian(Hash(kind, name)) & int.MaxValue;

    private byte[] Hash(string kind, string name) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{kind}/{name}")));
}
