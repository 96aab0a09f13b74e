using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Isthmus.Agent.Tests.Hosting;

public sealed class When_callers_come
{
    private const string About = "/agent/v1/about";

    [Theory]
    [InlineData("host.pfx")]
    [InlineData("host.pem")]
    public async Task They_are_answered_over_TLS_with_the_certificate_of_the_settings(string file)
    {
        await using var agent = await RunningAgent.StartAsync(
            running => WriteCertificate(running.FileOf(file)),
            _ => "--Inbound:Address=https://127.0.0.1:0", running => "--Inbound:Certificate:Path=" + running.FileOf(file));

        var about = await agent.Http.GetFromJsonAsync<JsonElement>(About);

        Assert.Equal("https", agent.Http.BaseAddress!.Scheme);
        Assert.Equal(["ABC"], about.GetProperty("companies").EnumerateArray().Select(code => code.GetString()));
    }

    [Theory]
    [InlineData("host.pfx")]
    [InlineData("host.pem")]
    public async Task A_certificate_that_cannot_be_opened_is_named_and_nobody_is_answered(string file)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningAgent.StartAsync(
            running => File.WriteAllText(running.FileOf(file), "-----BEGIN CERTIFICATE-----\nbroken"),
            _ => "--Inbound:Address=https://127.0.0.1:0", running => "--Inbound:Certificate:Path=" + running.FileOf(file)));

        Assert.Contains("Inbound:Certificate = ", refused.Message);
        Assert.Contains("KeyPath", refused.Message);
    }

    [Fact]
    public async Task Either_of_two_keys_opens_while_one_replaces_the_other()
    {
        await using var agent = await RunningAgent.StartAsync(
            running => File.WriteAllText(running.FileOf("second-key"), "key-two"),
            _ => "--Inbound:Address=http://127.0.0.1:0", running => "--Inbound:Keys:1=file:" + running.FileOf("second-key"));

        foreach (var (key, status) in new (string?, HttpStatusCode)[]
        {
            ("key-one", HttpStatusCode.OK), ("key-two", HttpStatusCode.OK), ("key-three", HttpStatusCode.Unauthorized),
            ("KEY-ONE", HttpStatusCode.Unauthorized), ("", HttpStatusCode.Unauthorized), (null, HttpStatusCode.Unauthorized),
        })
        {
            agent.Carry(key);
            Assert.Equal(status, (await agent.Http.GetAsync(About)).StatusCode);
        }
    }

    [Fact]
    public async Task A_key_that_is_not_there_opens_nothing()
    {
        await using var agent = await RunningAgent.StartAsync(
            running => File.WriteAllText(running.FileOf("first-key"), ""), _ => "--Inbound:Address=http://127.0.0.1:0");
        agent.Carry("");
        Assert.Equal(HttpStatusCode.Unauthorized, (await agent.Http.GetAsync(About)).StatusCode);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_and_what_is_unknown_not_found()
    {
        await using var agent = await RunningAgent.StartAsync(_ => { }, _ => "--Inbound:Address=http://127.0.0.1:0");

        var large = await agent.Http.PostAsync("/agent/v1/companies/ABC/read", new ByteArrayContent(new byte[4 * 1024 * 1024 + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Http.GetAsync("/agent/v1/companies/ABC/objects/No_Object")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Http.GetAsync("/")).StatusCode);
    }

    private static void WriteCertificate(string file)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=agent.example.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        if (file.EndsWith(".pfx", StringComparison.Ordinal)) File.WriteAllBytes(file, made.Export(X509ContentType.Pfx));
        else File.WriteAllText(file, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }
}
