using System.Net;
using System.Net.Sockets;
using Isthmus.Cli.Commands;
using Isthmus.Cli.Stack;
using Isthmus.Tests.Support;

namespace Isthmus.Cli.Tests.Stack;

public sealed class When_the_machine_is_in_the_way
{
    [Fact]
    public void A_taken_port_is_named_with_its_cure()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var obstacle = Assert.Throws<StackException>(() => Ports.Claim(port, "the app", "--port"));
        Assert.Contains($"Port {port}, which the app needs, is taken", obstacle.Message);
        Assert.Contains($"--port {port + 100}", obstacle.Message);
    }

    [Fact]
    public void A_state_folder_that_cannot_be_made_is_named_with_its_cure()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");
        Assert.Contains("ISTHMUS_HOME",
            Assert.Throws<StackException>(() => DiskSpace.Require(Path.Combine(file, "home"))).Message);
    }

    [Fact]
    public void A_folder_that_is_no_state_folder_is_not_removed()
    {
        using var folder = new TemporaryFolder();
        var precious = Path.Combine(folder.Path, "thesis.doc");
        File.WriteAllText(precious, "");
        Assert.Throws<StackException>(() => OldState.Remove(folder.Path));
        Assert.True(File.Exists(precious));
    }

    [Fact]
    public void A_program_that_was_not_built_is_named() => Assert.Contains("missing", Assert.Throws<StackException>(() =>
        ChildProcess.Start("app", "/nowhere/app.dll", [], new Dictionary<string, string>(), "/nowhere")).Message);
}
