using Isthmus.Agent.Hosting;

namespace Isthmus.Agent.Tests.Hosting;

public sealed class When_settings_are_read
{
    private static readonly string[] Sound =
    [
        @"--Sage:Home=\\erp01\Sage\MAS90\Home", "--Sage:User=zsync", "--Sage:Password=env:SAGE_PASSWORD", "--Sage:Companies:0=ABC",
        "--Sage:TimeZone=America/Los_Angeles", "--Inbound:Address=http://127.0.0.1:0", "--Inbound:Keys:0=env:AGENT_KEY",
    ];

    [Fact]
    public async Task What_is_sound_is_taken()
    {
        await using var app = AgentApp.Build(Sound);
        Assert.NotNull(app);
    }

    [Fact]
    public void All_that_is_wrong_is_named_at_once()
    {
        var refused = Assert.Throws<InvalidSettingsException>(() => AgentApp.Build([]));

        foreach (var name in new[] { "Inbound:Address", "Sage:Home", "Sage:User", "Sage:Password", "Sage:Companies", "Sage:TimeZone" })
            Assert.Contains(name + " = (empty)", refused.Message);
    }

    [Theory]
    [InlineData("--Sage:Password=hunter2", "Sage:Password = (not shown)")]
    [InlineData("--Sage:Companies:1=abc", "Sage:Companies = abc")]
    [InlineData("--Sage:Release=2024", "Sage:Release = 2024")]
    [InlineData("--Sage:TimeZone=Pacific_Standard_Time", "Sage:TimeZone = Pacific_Standard_Time")]
    [InlineData("--Sage:Sessions=9", "Sage:Sessions = 9")]
    [InlineData("--Sage:Objects:SO_Order:Bus=X_bus", "Sage:Objects:SO_Order = SO_Order")]
    [InlineData("--Inbound:Address=http://10.0.0.1:80", "Inbound:Address = http://10.0.0.1")]
    [InlineData("--Inbound:Address=0.0.0.0:8443", "Inbound:Address = 0.0.0.0:8443")]
    [InlineData("--Inbound:Address=https://10.0.0.1:8443", "Inbound:Certificate = (empty)")]
    [InlineData("--Inbound:Keys:0=0123456789abcdef", "Inbound:Keys:0 = (not shown)")]
    [InlineData("--Outbound:App=http://app.example.com/api/agents --Outbound:Key=env:KEY", "Outbound:App = http://app.example.com")]
    [InlineData("--Outbound:App=app.example.com/api/agents --Outbound:Key=env:KEY", "Outbound:App = app.example.com")]
    [InlineData("--Outbound:App=https://app.example.com/api/agents", "Outbound:Key = (empty)")]
    public void A_setting_that_cannot_work_is_named_and_a_secret_is_not_shown(string argument, string problem)
    {
        var refused = Assert.Throws<InvalidSettingsException>(() => AgentApp.Build([.. Sound, .. argument.Split(' ')]));

        Assert.Contains("1 problem(s)", refused.Message);
        Assert.Contains(problem, refused.Message);
        Assert.DoesNotContain("hunter2", refused.Message);
    }
}
