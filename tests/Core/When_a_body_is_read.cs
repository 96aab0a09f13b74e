using System.Security.Cryptography;

namespace Isthmus.Core.Tests;

public sealed class When_a_body_is_read
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(100_000)]
    public async Task All_of_it_is_there_however_it_arrives(int length)
    {
        var sent = RandomNumberGenerator.GetBytes(length);
        using var body = await BoundedBody.ReadAsync(new Trickle(sent, 1_000), 100_000, CancellationToken.None);
        Assert.Equal(sent, body!.Bytes.ToArray());
    }

    [Fact]
    public async Task One_byte_more_than_the_limit_is_too_much() =>
        Assert.Null(await BoundedBody.ReadAsync(new Trickle(new byte[50_001], 7_000), 50_000, CancellationToken.None));

    [Fact]
    public async Task What_comes_after_the_limit_is_not_waited_for()
    {
        var endless = new Trickle(new byte[10_000_000], 4_096);
        Assert.Null(await BoundedBody.ReadAsync(endless, 50_000, CancellationToken.None));
        Assert.InRange(endless.Position, 50_001, 100_000);
    }

    /// <summary>Gives little at a time, as networks do.</summary>
    private sealed class Trickle(byte[] content, int atOnce) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, atOnce)], cancellationToken);
    }
}
