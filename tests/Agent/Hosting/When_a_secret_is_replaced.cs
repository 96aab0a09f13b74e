using Isthmus.Agent.Hosting;
using Isthmus.Tests.Support;

namespace Isthmus.Agent.Tests.Hosting;

public sealed class When_a_secret_is_replaced
{
    [Fact]
    public void It_is_taken_up_within_a_minute()
    {
        using var folder = new TemporaryFolder();
        var (file, time) = (Path.Combine(folder.Path, "key"), new ManualTime());
        var secret = new SecretReference("file:" + file, time);
        Assert.Equal("", secret.Value());

        File.WriteAllText(file, " new-key \r\n");
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("new-key", secret.Value());
    }
}
